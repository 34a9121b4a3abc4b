package io.github.fixationheatmap.lambda;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fixationheatmap.fuzz.Promise;
import io.github.fixationheatmap.lambda.UploadEvent.StrangeEventException;
import java.io.ByteArrayInputStream;

/** The reader of events, as a function of any bytes: an event is understood, or strange and so put aside; no third thing may happen. */
public final class EventFuzz {

    private static final JsonMapper JSON = new JsonMapper();

    private EventFuzz() {}

    public static void event(byte[] data) {
        Promise.keptBy("event", () -> {
            try {
                new UploadEventReader(JSON).read(new ByteArrayInputStream(data));
            } catch (StrangeEventException putAside) {
                require(putAside.getMessage() != null);
            }
        });
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("a strange event without a reason");
        }
    }
}
