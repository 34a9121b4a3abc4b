package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.Drop.DropName;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.store.Presigner;
import io.github.fixationheatmap.store.Presigner.SignedPut;
import io.github.fixationheatmap.store.Presigner.Upload;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code POST /v1/uploads}: returns a link for the upload of one zip. The upload starts the processing of the drop. */
final class CreateUpload {

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int CREATED = 201;
    private static final int SECRET_BYTES = 16;
    private static final int MAX_NAME = 200;
    private static final String ZIP = ".zip";
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final Presigner presigner;
    private final String bucket;

    CreateUpload(Presigner presigner, String bucket) {
        this.presigner = presigner;
        this.bucket = bucket;
    }

    ApiResponse create(ApiRequest request) {
        RequestBody body = RequestBody.of(request, List.of("name", "bytes", "sha256"));
        String name = name(body);
        long bytes = body.count("bytes", Upload.MAX_BYTES, "the zip's length in bytes, 1 to " + Upload.MAX_BYTES);
        String sha256 = body.text("sha256", "the SHA-256 of the zip, 64 hex digits");
        if (!SHA_256.matcher(sha256).matches()) {
            throw RequestBody.bad("/sha256", sha256, "the SHA-256 of the zip, 64 hex digits");
        }
        DropName drop = DropKeys.upload(secret(), name);
        String key = DropKeys.zip(bucket, drop).key();
        SignedPut signed = presigner.put(new Upload(bucket, key, "application/zip", bytes, sha256.toLowerCase(Locale.ROOT)), LIFETIME);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("drop", drop.text()).put("method", "PUT");
        json.put("url", signed.uri().toString()).put("expires", signed.expires().truncatedTo(ChronoUnit.SECONDS).toString());
        ObjectNode headers = json.putObject("headers");
        signed.headers().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(h -> headers.put(h.getKey(), h.getValue()));
        return ApiResponse.json(CREATED, json).with("cache-control", "no-store");
    }

    private static String name(RequestBody body) {
        String expected = "the name of a .zip without a path, not ..zip or ...zip, of at most " + MAX_NAME + " bytes of UTF-8";
        String name = body.text("name", expected);
        boolean plain = name.length() > ZIP.length() && name.toLowerCase(Locale.ROOT).endsWith(ZIP) && name.indexOf('/') < 0
                && name.indexOf('\\') < 0 && name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME;
        if (!plain || DropName.validationError(name).isPresent()) {
            throw RequestBody.bad("/name", name, expected);
        }
        return name;
    }

    /** A new generator each time. With a shared one, all functions restored from a snapshot would generate the same values. */
    private static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
