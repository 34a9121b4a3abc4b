package io.github.fixationheatmap.result.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.draw.figure.NumberText;
import io.github.fixationheatmap.read.InputFile;
import io.github.fixationheatmap.result.DescribedRun;
import io.github.fixationheatmap.result.ResultFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the numbers come from, and what was made of them.
 *
 * @param version name, version and build of what made the report
 * @param source the drop
 * @param inputs the first files that were read
 * @param moreInputs how many more there were
 * @param options the options that held
 * @param outputs the files that were made
 */
record ProvenanceSection(
        String version, String build, String source, List<Input> inputs, int moreInputs, List<Choice> options, List<Made> outputs) {

    private static final int MAX_INPUTS = 200;

    ProvenanceSection {
        inputs = List.copyOf(inputs);
        options = List.copyOf(options);
        outputs = List.copyOf(outputs);
    }

    /** A file that was read. */
    record Input(String name, String bytes, String eTag) {}

    /** An option with its value as JSON. */
    record Choice(String option, String value) {}

    /** A file that was made: its name, and its address, both seen from the report. */
    record Made(String name, String address, String bytes, String sha256) {}

    static ProvenanceSection of(DescribedRun run) {
        List<InputFile> inputs = run.manifest().inputs();
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        run.manifest().writeOptions(options);
        return new ProvenanceSection(run.tool().name() + " " + run.tool().version(), run.tool().build(), run.manifest().drop().key(),
                inputs.stream().limit(MAX_INPUTS).map(ProvenanceSection::input).toList(), Math.max(0, inputs.size() - MAX_INPUTS),
                options.properties().stream().map(ProvenanceSection::choice).toList(),
                run.files().stream().map(file -> made(run.keys().name(file.key()), file)).toList());
    }

    private static Input input(InputFile file) {
        return new Input(file.name(), NumberText.grouped(file.size()), file.object().eTag());
    }

    private static Choice choice(Map.Entry<String, JsonNode> option) {
        return new Choice(option.getKey(), option.getValue().toString());
    }

    private static Made made(String name, ResultFile file) {
        String address = Arrays.stream(name.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20")).collect(Collectors.joining("/"));
        return new Made(name, address, NumberText.grouped(file.body().length()), file.sha256());
    }
}
