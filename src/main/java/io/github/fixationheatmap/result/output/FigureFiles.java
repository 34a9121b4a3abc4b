package io.github.fixationheatmap.result.output;

import io.github.fixationheatmap.draw.png.Png;
import io.github.fixationheatmap.draw.vector.Drawing;
import io.github.fixationheatmap.draw.vector.RasterWriter;
import io.github.fixationheatmap.draw.vector.SvgWriter;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.TimeCheck;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.output.Output.FileType;
import io.github.fixationheatmap.store.ObjectStore.PutBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The files of a figure. */
final class FigureFiles {

    private FigureFiles() {}

    /** A drawing as PNG and as SVG. */
    static List<ResultFile> of(Drawing drawing, TimeCheck time, ResultKeys keys, FileType png, FileType svg) {
        Png image = RasterWriter.write(drawing, time);
        byte[] text = SvgWriter.write(drawing, time).getBytes(StandardCharsets.UTF_8);
        return List.of(png(png, image, keys), new ResultFile(keys.of(svg.name()), svg.contentType(), PutBody.of(text)));
    }

    /** An image as a file. */
    static ResultFile png(FileType type, Png image, ResultKeys keys) {
        return new ResultFile(
                keys.of(type.name()), type.contentType(), new PutBody(image.length(), image::open), Optional.of(image.sha256()));
    }
}
