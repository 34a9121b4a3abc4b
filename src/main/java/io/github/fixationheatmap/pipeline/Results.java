package io.github.fixationheatmap.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.result.ResultFile;
import io.github.fixationheatmap.result.ResultFile.WrittenFile;
import java.util.List;

/** What a run made and has not published yet. */
public interface Results {

    /** The files, without the manifest. */
    List<ResultFile> files();

    /** The manifest that names these files, each as it was written. */
    ObjectNode manifest(List<WrittenFile> written);

    /** How many fixations were read. */
    long rowsRead();

    /** How many fixations were counted. */
    long rowsCounted();
}
