package io.github.fixationheatmap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.fixationheatmap.lambda.DropHandler;
import io.github.fixationheatmap.lambda.priming.StubLambdaContext;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * The function over the S3 that its environment names, made as Lambda makes it. For each event on its input, a line, it works and answers
 * with the time in ms.
 */
final class DropsOverS3 {

    private DropsOverS3() {}

    public static void main(String[] args) throws IOException {
        DropHandler handler = new DropHandler();
        BufferedReader events = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String event = events.readLine(); event != null; event = events.readLine()) {
            long start = System.nanoTime();
            handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), new ByteArrayOutputStream(), new StubLambdaContext());
            // The handler logs to the same output.
            System.out.println(Costs.ANSWER + (System.nanoTime() - start) / 1e6);
        }
    }
}
