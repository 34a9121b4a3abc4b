package io.github.fixationheatmap.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fixationheatmap.drop.DropKeys;
import io.github.fixationheatmap.drop.ResultKeys;
import io.github.fixationheatmap.model.Digests;
import io.github.fixationheatmap.result.output.Outputs;
import io.github.fixationheatmap.store.ObjectStore;
import io.github.fixationheatmap.store.ObjectStore.ObjectPages;
import io.github.fixationheatmap.store.ObjectStore.ObjectPages.Page;
import io.github.fixationheatmap.store.StoredObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code GET /v1/heatmaps}: lists the results of drops and requests in the order of their keys. */
final class ListHeatmaps {

    private static final int OK = 200;
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    /** In bytes. S3 rejects prefixes of more than 1,024. */
    private static final int MAX_PREFIX = 900;

    /** S3 pages read for one page of the API: 10,000 keys, which take one or two seconds. */
    private static final int MAX_PAGES = 10;

    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");

    private final ObjectPages pages;
    private final ObjectStore store;
    private final String results;
    private final Links links;

    ListHeatmaps(ObjectPages pages, ObjectStore store, String results, Links links) {
        this.pages = pages;
        this.store = store;
        this.results = results;
        this.links = links;
    }

    ApiResponse read(ApiRequest request) {
        Map<String, String> query = request.query();
        String prefix = query.getOrDefault("prefix", "");
        if (prefix.getBytes(StandardCharsets.UTF_8).length > MAX_PREFIX || prefix.codePoints().anyMatch(Character::isISOControl)) {
            throw bad("prefix", "a path of at most " + MAX_PREFIX + " bytes of UTF-8, none of them a control character");
        }
        String limit = query.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT));
        if (!LIMIT.matcher(limit).matches() || Integer.parseInt(limit) > MAX_LIMIT) {
            throw bad("limit", "a whole number of 1 to " + MAX_LIMIT);
        }
        String after = query.containsKey("cursor") ? PageToken.key(prefix, query.getOrDefault("cursor", ""))
                .orElseThrow(() -> bad("cursor", "what the page before gave as \"next\", with the same prefix")) : "";
        return page(prefix, after, Integer.parseInt(limit));
    }

    private ApiResponse page(String prefix, String start, int limit) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        StringBuilder seen = new StringBuilder();
        String after = start;
        boolean more = true;
        for (int i = 0; i < MAX_PAGES && more && items.size() < limit; i++) {
            Page page = pages.page(results, prefix, after);
            more = page.more();
            for (StoredObject object : page.objects()) {
                if (items.size() == limit) {
                    more = true;
                    break;
                }
                after = object.key();
                add(items, object, seen);
            }
        }
        if (more) {
            answer.put("next", PageToken.after(prefix, after));
        }
        return ApiResponse.json(OK, answer).with("etag", links.tag(prefix, start, seen.toString(), after));
    }

    /** What ends one export's work is what is listed: its manifest or its error. */
    private void add(ArrayNode items, StoredObject object, StringBuilder seen) {
        ResultKeys keys = new ResultKeys(object.key().substring(0, object.key().length() - object.name().length()));
        if (object.key().equals(keys.manifest())) {
            item(items, keys, "succeeded", files(keys));
        } else if (object.key().equals(keys.error())) {
            item(items, keys, "failed", List.of(keys.error()));
        } else {
            return;
        }
        seen.append(object.key()).append(object.eTag());
    }

    /** The outputs that are there, in the registry's order, then those that are named by the drop, and the manifest. */
    private List<String> files(ResultKeys keys) {
        List<String> outputs = Outputs.fileNames().stream().map(keys::of).toList();
        Set<String> present = store.list(results, keys.prefix(), outputs, Outputs.folders()).stream().map(StoredObject::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Stream<String> named = present.stream().filter(key -> !outputs.contains(key) && Outputs.isFileName(keys.name(key)));
        return Stream.of(outputs.stream().filter(present::contains), named, Stream.of(keys.manifest())).flatMap(all -> all).toList();
    }

    private void item(ArrayNode items, ResultKeys keys, String status, List<String> files) {
        ObjectNode item = items.addObject().put("results", keys.prefix()).put("status", status);
        String self = DropKeys.idOf(keys).map(id -> {
            item.put("id", id);
            return ReadHeatmap.path(id);
        }).orElse("");
        links.add(item, self, keys, files);
    }

    private static ApiProblem.ApiException bad(String parameter, String expected) {
        return new ApiProblem(ApiProblem.Kind.BAD_PARAMETER, "The parameter " + parameter + " should be " + expected + ".")
                .with("parameters", List.of(parameter)).asException();
    }

    /** The position of the next page of a listing. It is opaque to the caller, and valid only for the same prefix. */
    private static final class PageToken {

        private static final int CHECK_BYTES = 8;
        private static final int MAX_LENGTH = 2_000;

        private PageToken() {}

        /** The token for the page after this key, in a listing of this prefix. */
        static String after(String prefix, String key) {
            byte[] text = key.getBytes(StandardCharsets.UTF_8);
            byte[] bytes = Arrays.copyOf(check(prefix, key), CHECK_BYTES + text.length);
            System.arraycopy(text, 0, bytes, CHECK_BYTES, text.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        /** The key before the token's page; empty if the token is invalid or of another prefix. */
        static Optional<String> key(String prefix, String token) {
            if (token.length() > MAX_LENGTH) {
                return Optional.empty();
            }
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(token);
                if (bytes.length <= CHECK_BYTES) {
                    return Optional.empty();
                }
                String key = new String(bytes, CHECK_BYTES, bytes.length - CHECK_BYTES, StandardCharsets.UTF_8);
                // Several texts decode to the same bytes. Only the canonical one is a token.
                return after(prefix, key).equals(token) ? Optional.of(key) : Optional.empty();
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        private static byte[] check(String prefix, String key) {
            return Arrays.copyOf(Digests.sha256(List.of("cursor", prefix, key)), CHECK_BYTES);
        }
    }
}
