package io.github.fixationheatmap.lambda.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.CRC32;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * An S3 in memory. It takes buckets from host names, answers GET, PUT and DELETE of objects, and lists all keys in one page. Its answers
 * are those of S3, checksums included, for valid requests. Conditions always hold.
 */
final class InMemoryS3HttpClient implements SdkHttpClient {

    /** Objects by "bucket/key"; keys need no escape in XML. */
    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

    InMemoryS3HttpClient(Map<String, byte[]> objects) {
        this.objects.putAll(objects);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(request);
            }

            @Override
            public void abort() {}
        };
    }

    private HttpExecuteResponse answer(HttpExecuteRequest execute) throws IOException {
        SdkHttpRequest request = execute.httpRequest();
        String bucket = request.host().substring(0, request.host().indexOf('.'));
        String path = request.encodedPath();
        String name = bucket + (path.startsWith("/") ? path : "/" + path);
        return switch (request.method()) {
            case PUT -> {
                byte[] body = body(execute);
                objects.put(name, body);
                yield response(200, body).headers(name, body).send(false);
            }
            case DELETE -> {
                objects.remove(name);
                yield response(204, new byte[0]).send(false);
            }
            default -> request.rawQueryParameters().containsKey("list-type") ? listing(bucket, request) : object(name, request);
        };
    }

    private HttpExecuteResponse object(String name, SdkHttpRequest request) {
        byte[] all = objects.get(name);
        if (all == null) {
            return response(404, "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>".getBytes(UTF_8)).send(true);
        }
        String range = request.firstMatchingHeader("Range").orElse("");
        if (range.isEmpty()) {
            return response(200, all).headers(name, all).send(true);
        }
        String[] ends = range.substring(range.indexOf('=') + 1).split("-", 2);
        byte[] part = Arrays.copyOfRange(all, Integer.parseInt(ends[0]), Math.min(all.length, Integer.parseInt(ends[1]) + 1));
        return response(206, part).send(true);
    }

    private HttpExecuteResponse listing(String bucket, SdkHttpRequest request) {
        String root = bucket + "/";
        String prefix = root + request.firstMatchingRawQueryParameter("prefix").orElse("");
        boolean flat = request.firstMatchingRawQueryParameter("delimiter").isPresent();
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult"
                + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>false</IsTruncated>");
        objects.forEach((name, bytes) -> {
            if (name.startsWith(prefix) && !(flat && name.indexOf('/', prefix.length()) >= 0)) {
                xml.append("<Contents><Key>").append(name.substring(root.length())).append("</Key><ETag>&quot;").append(tag(name, bytes))
                        .append("&quot;</ETag><Size>").append(bytes.length)
                        .append("</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified><StorageClass>STANDARD</StorageClass>")
                        .append("</Contents>");
            }
        });
        return response(200, xml.append("</ListBucketResult>").toString().getBytes(UTF_8)).send(true);
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        ContentStreamProvider content = request.contentStreamProvider().orElse(() -> new ByteArrayInputStream(new byte[0]));
        try (InputStream in = content.newStream()) {
            return in.readAllBytes();
        }
    }

    private static String tag(String name, byte[] bytes) {
        return Integer.toHexString(Objects.hash(name, bytes.length, checksum(bytes)));
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static Response response(int status, byte[] body) {
        SdkHttpFullResponse.Builder builder = SdkHttpFullResponse.builder();
        builder.statusCode(status).putHeader("Content-Length", Integer.toString(body.length)).putHeader("x-amz-request-id", "priming");
        return new Response(builder, body);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Response(SdkHttpFullResponse.Builder builder, byte[] body) {

        Response headers(String name, byte[] bytes) {
            byte[] crc = ByteBuffer.allocate(Integer.BYTES).putInt(0, checksum(bytes)).array();
            // Parsing this date loads the names of days and months, which cost a first request 25 ms.
            builder.putHeader("ETag", "\"" + tag(name, bytes) + "\"").putHeader("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
                    .putHeader("x-amz-checksum-crc32", Base64.getEncoder().encodeToString(crc));
            return this;
        }

        HttpExecuteResponse send(boolean withBody) {
            HttpExecuteResponse.Builder response = HttpExecuteResponse.builder().response(builder.build());
            return (withBody ? response.responseBody(AbortableInputStream.create(new ByteArrayInputStream(body))) : response).build();
        }
    }

    @Override
    public void close() {
        objects.clear();
    }
}
