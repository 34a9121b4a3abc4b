package io.github.fixationheatmap.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** {@link Presigner} for Amazon S3, by signature version 4 in the query. Signing sends no request to S3. */
public final class S3UrlPresigner implements Presigner {

    private static final String HOST = "host";

    private final S3Presigner presigner;

    public S3UrlPresigner(S3Presigner presigner) {
        this.presigner = presigner;
    }

    /** A presigner with the SDK's usual settings: credentials, region and {@code AWS_ENDPOINT_URL_S3} from the environment. */
    public static S3UrlPresigner fromEnvironment() {
        return new S3UrlPresigner(configured().serviceConfiguration(S3Clients.settings(System.getenv())).build());
    }

    /** A builder with the settings of every presigner. */
    public static S3Presigner.Builder configured() {
        return S3Presigner.builder().serviceConfiguration(S3Clients.settings(Map.of()));
    }

    @Override
    public URI get(String bucket, String key, Duration lifetime) {
        return uri(presigner.presignGetObject(r -> r.signatureDuration(lifetime).getObjectRequest(o -> o.bucket(bucket).key(key))));
    }

    @Override
    public SignedPut put(Upload upload, Duration lifetime) {
        PutObjectRequest object = PutObjectRequest.builder()
                .bucket(upload.bucket())
                .key(upload.key())
                .ifNoneMatch("*")
                .contentType(upload.contentType())
                .contentLength(upload.bytes())
                .checksumSHA256(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(upload.sha256())))
                .build();
        PresignedPutObjectRequest signed = presigner.presignPutObject(r -> r.signatureDuration(lifetime).putObjectRequest(object));
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove(HOST);
        return new SignedPut(uri(signed), headers, signed.expiration());
    }

    private static URI uri(PresignedRequest signed) {
        try {
            return signed.url().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the SDK encodes what it signs", e);
        }
    }
}
