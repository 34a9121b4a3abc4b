package io.github.fixationheatmap.trackers;

import io.github.fixationheatmap.trackers.Scene.Look;
import io.github.fixationheatmap.trackers.Scene.Place;
import io.github.fixationheatmap.trackers.Scene.Recording;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables of Gazepoint Analysis, EyeLink Data Viewer, Pupil Player, Pupil Cloud, and one that no known program writes. */
final class OtherTables {

    private static final String GAZEPOINT = "MEDIA_ID,MEDIA_NAME,CNT,TIME(2019/11/18 23:50:04.582),TIMETICK(f=10000000),FPOGX,FPOGY,"
            + "FPOGS,FPOGD,FPOGID,FPOGV,BPOGX,BPOGY,BPOGV,CX,CY,CS,USER,LPCX,LPCY,AOI,SACCADE_MAG,SACCADE_DIR,";
    private static final String EYELINK = "RECORDING_SESSION_LABEL,TRIAL_INDEX,CURRENT_FIX_X,CURRENT_FIX_Y,CURRENT_FIX_PUPIL,"
            + "CURRENT_FIX_DURATION,CURRENT_FIX_START,CURRENT_FIX_INDEX,image";
    private static final String PUPIL_PLAYER = "world_timestamp,world_index,fixation_id,start_timestamp,duration,dispersion,norm_pos_x,"
            + "norm_pos_y,x_scaled,y_scaled,on_surf";
    private static final String UNKNOWN = ",eye,tStart,tEnd,duration,xAvg,yAvg,pupilAvg,stimuliName,name";
    private static final String PUPIL_CLOUD = "section id,recording id,fixation id,start timestamp [ns],end timestamp [ns],duration [ms],"
            + "fixation detected in reference image,fixation x [px],fixation y [px]";
    /** A screen shows the picture in its own size, in the middle. */
    private static final double LEFT = (Scene.SCREEN_WIDTH - Scene.WIDTH) / 2.0;
    private static final double TOP = (Scene.SCREEN_HEIGHT - Scene.HEIGHT) / 2.0;
    private static final long NS_PER_MS = 1_000_000;
    private static final int BETWEEN_SAMPLES = 20;

    private OtherTables() {}

    /** Which of Gazepoint's two files: a row a sample, or the last row of each fixation. */
    enum Gazepoint { ALL_GAZE, FIXATIONS }

    /**
     * Gazepoint Analysis' table of one user: all samples or the fixations. Times and ids begin anew with each picture. After the last
     * row of a fixation come invalid ones, as while the eye moves on.
     */
    static Table gazepoint(Recording recording, Gazepoint kind, String user) {
        Table table = new Table(",", GAZEPOINT);
        String stimulus = "";
        int media = -1;
        int id = 0;
        @Nullable Look before = null;
        for (Look look : recording.looks()) {
            if (look.place() == Place.LOST || look.stimulus().isEmpty()) {
                continue;
            }
            if (!look.stimulus().equals(stimulus)) {
                stimulus = look.stimulus();
                media++;
                id = 0;
                before = null;
            }
            id++;
            Map<String, Object> row = new HashMap<>(Map.of("MEDIA_ID", media, "MEDIA_NAME", stimulus, "FPOGID", id, "BPOGV", 1,
                    "FPOGX", (LEFT + look.x()) / Scene.SCREEN_WIDTH, "FPOGY", (TOP + look.y()) / Scene.SCREEN_HEIGHT,
                    "FPOGS", seconds(look.start() - look.shownAt()), "USER", user, "AOI", ""));
            long from = kind == Gazepoint.FIXATIONS ? look.duration() : BETWEEN_SAMPLES;
            for (long d = from; d <= look.duration() + (kind == Gazepoint.ALL_GAZE ? BETWEEN_SAMPLES : 0); d += BETWEEN_SAMPLES / 2) {
                boolean moved = d > look.duration();
                row.put("FPOGV", moved ? 0 : 1);
                row.put("FPOGD", seconds(Math.min(d, look.duration())));
                row.put("TIME(2019/11/18 23:50:04.582)", seconds(look.start() - look.shownAt() + d));
                row.put("BPOGX", 0.25 + d / 4096.0);
                if (d == look.duration()) {
                    row.put("SACCADE_MAG", before == null ? 0 : Math.hypot(look.x() - before.x(), look.y() - before.y()));
                }
                table.add(row);
            }
            before = look;
        }
        return table;
    }

    private static BigDecimal seconds(long ms) {
        return BigDecimal.valueOf(ms, 3).setScale(5);
    }

    /** EyeLink Data Viewer's fixation report. */
    static Table eyelink(Scene scene, List<String> images) {
        Table table = new Table(",", EYELINK);
        for (Recording recording : scene.recordings()) {
            for (Look look : recording.looks()) {
                if (!images.contains(look.stimulus())) {
                    continue;
                }
                Map<String, Object> row = new HashMap<>(Map.of("RECORDING_SESSION_LABEL", recording.participant() + " " + recording.name(),
                        "TRIAL_INDEX", 1 + images.indexOf(look.stimulus()), "CURRENT_FIX_PUPIL", 812,
                        "CURRENT_FIX_DURATION", look.duration(), "CURRENT_FIX_START", look.start(), "CURRENT_FIX_INDEX", look.index(),
                        "image", look.stimulus()));
                if (look.place() != Place.LOST) {
                    row.putAll(Map.of("CURRENT_FIX_X", LEFT + look.x(), "CURRENT_FIX_Y", TOP + look.y()));
                }
                table.add(row);
            }
        }
        return table;
    }

    /** Pupil Player's fixations on a surface, a row for each frame of the world's video: places differ from row to row. */
    static Table pupilPlayer(Recording recording) {
        Table table = new Table(",", PUPIL_PLAYER);
        for (Look look : recording.shelf()) {
            if (look.place() == Place.LOST) {
                continue;
            }
            for (int frame = -1; frame <= 1; frame++) {
                double away = frame * (double) Scene.STEP / Scene.WIDTH;
                table.add(Map.of("world_timestamp", seconds(5_000_000 + look.start() + 33L * frame + 33),
                        "world_index", look.index() * 10 + frame, "fixation_id", look.index(),
                        "start_timestamp", seconds(5_000_000 + look.start()), "duration", look.duration(),
                        "norm_pos_x", look.x() / Scene.WIDTH + away, "norm_pos_y", 1 - look.y() / Scene.HEIGHT,
                        "x_scaled", look.x(), "on_surf", look.place() == Place.ON ? "True" : "False"));
            }
        }
        return table;
    }

    /** A table that only a layout of the user's own reads. */
    static Table unknown(Scene scene) {
        Table table = new Table(",", UNKNOWN);
        int number = 0;
        for (Recording recording : scene.recordings()) {
            for (Look look : recording.looks()) {
                Map<String, Object> row = new HashMap<>(Map.of("", number++, "eye", "R", "tStart", look.start(),
                        "tEnd", look.start() + look.duration(), "duration", look.duration(), "pupilAvg", 1012.5,
                        "stimuliName", look.stimulus(), "name", recording.participant() + " " + recording.name()));
                if (look.place() != Place.LOST) {
                    row.putAll(Map.of("xAvg", look.x(), "yAvg", look.y()));
                }
                table.add(row);
            }
        }
        return table;
    }

    /** Pupil Cloud's fixations of a Reference Image Mapper. */
    static Table pupilCloud(Scene scene) {
        Table table = new Table(",", PUPIL_CLOUD);
        for (Recording recording : scene.recordings()) {
            String id = recording.participant() + " " + recording.name();
            for (Look look : recording.shelf()) {
                long start = 1_636_035_502_000_000_000L + look.start() * NS_PER_MS;
                Map<String, Object> row = new HashMap<>(Map.of("section id", id, "recording id", id, "fixation id", look.index(),
                        "start timestamp [ns]", start, "end timestamp [ns]", start + look.duration() * NS_PER_MS,
                        "duration [ms]", look.duration(), "fixation detected in reference image", look.place() == Place.ON));
                if (look.place() != Place.LOST) {
                    row.putAll(Map.of("fixation x [px]", look.x(), "fixation y [px]", look.y()));
                }
                table.add(row);
            }
        }
        return table;
    }
}
