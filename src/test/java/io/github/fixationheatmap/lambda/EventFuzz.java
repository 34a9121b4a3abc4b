package io.github.fixationheatmap.lambda;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.fuzz.Promise;
import io.github.fixationheatmap.lambda.UploadEvent.MalformedEventException;
import java.io.ByteArrayInputStream;

/** Reads events of any bytes. Each is either parsed or malformed; any other exception is a defect. */
public final class EventFuzz {

    private static final JsonMapper JSON = new JsonMapper();

    private EventFuzz() {}

    public static void event(byte[] data) {
        Promise.keptBy("event", () -> {
            try {
                new UploadEventReader(JSON).read(new ByteArrayInputStream(data));
            } catch (MalformedEventException malformed) {
                require(malformed.getMessage() != null);
            }
        });
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("a malformed event without a reason");
        }
    }
}
