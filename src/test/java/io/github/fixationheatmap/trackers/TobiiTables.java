package io.github.fixationheatmap.trackers;

import io.github.fixationheatmap.trackers.Scene.Look;
import io.github.fixationheatmap.trackers.Scene.Place;
import io.github.fixationheatmap.trackers.Scene.Recording;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Tables of Tobii Studio and Tobii Pro Lab: a row a sample, and between them saccades, events and other sensors. */
final class TobiiTables {

    private static final String STUDIO = """
            ExportDate	StudioVersionRec	StudioProjectName	StudioTestName	ParticipantName	[Gender]Value	RecordingName	RecordingDate	\
            RecordingDuration	RecordingResolution	PresentationSequence	FixationFilter	MediaName	MediaPosX (ADCSpx)	MediaPosY (ADCSpx)	\
            MediaWidth	MediaHeight	SegmentName	RecordingTimestamp	LocalTimeStamp	EyeTrackerTimestamp	MouseEventIndex	MouseEvent	\
            FixationIndex	SaccadeIndex	GazeEventType	GazeEventDuration	FixationPointX (MCSpx)	FixationPointY (MCSpx)	\
            SaccadicAmplitude	GazePointIndex	GazePointX (ADCSpx)	GazePointY (ADCSpx)	ValidityLeft	ValidityRight""";
    private static final String LAB = """
            Recording timestamp{unit}	Computer timestamp	Sensor	Project name	Export date	Participant name	Recording name	\
            Recording date	Recording duration	Timeline name	Recording resolution height	Recording resolution width	Event	Event value	\
            Gaze point X	Gaze point Y	Presented Stimulus name	Presented Media name	Presented Media width	Presented Media height	\
            Presented Media position X (DACSpx)	Presented Media position Y (DACSpx)	Original Media width	Original Media height	\
            Eye movement type	Gaze event duration	Eye movement type index	Fixation point X	Fixation point Y	\
            Fixation point X (MCSnorm)	Fixation point Y (MCSnorm)	Galvanic skin response (GSR)""";
    private static final String GLASSES = """
            Recording timestamp	Sensor	Participant name	Recording name	Recording duration	Gaze point X	Gaze point Y	\
            Mapped eye movement type [{shelf}]	Mapped eye movement type index [{shelf}]	Mapped fixation X [{shelf}]	\
            Mapped fixation Y [{shelf}]	\
            Mapped eye movement type [{menu}]	Mapped eye movement type index [{menu}]	Mapped fixation X [{menu}]	\
            Mapped fixation Y [{menu}]	\
            Eye movement type	Gaze event duration	Eye movement type index	Fixation point X	Fixation point Y	Event""";

    private TobiiTables() {}

    /** One sample, or an event between two: what the eye did then, if anything is known. */
    private record Moment(Kind kind, Look look, long index) {}

    private enum Kind { FIXATION, SACCADE, EVENT }

    /** The samples of a recording by their time in ms; each fixation is followed by a saccade until the next one. */
    private static Map<Long, Moment> moments(Recording recording) {
        Map<Long, Moment> moments = new TreeMap<>();
        for (int i = 0; i < recording.looks().size(); i++) {
            Look look = recording.looks().get(i);
            for (long t = look.start(); t < look.start() + look.duration(); t += Scene.SAMPLE_MS) {
                moments.put(t, new Moment(Kind.FIXATION, look, look.index()));
            }
            moments.put(look.start() + look.duration() / 2 + 1, new Moment(Kind.EVENT, look, 0));
            for (long t = look.start() + look.duration(); t < look.start() + look.duration() + 20; t += Scene.SAMPLE_MS) {
                moments.put(t, new Moment(Kind.SACCADE, look, i + 1L));
            }
        }
        return moments;
    }

    /** Tobii Studio's "All data", of media that are so many times as large as the picture. */
    static Table studio(Scene scene, int scale) {
        Table table = new Table("\t", STUDIO);
        for (Recording recording : scene.recordings()) {
            moments(recording).forEach((time, moment) -> {
                Map<String, Object> row = new HashMap<>(Map.of("StudioVersionRec", "3.4.8", "StudioTestName", "Test 1",
                        "ParticipantName", recording.participant(), "[Gender]Value", "not to be read", "RecordingName", recording.name(),
                        "RecordingResolution", "2048 x 1024", "FixationFilter", "I-VT filter", "RecordingTimestamp", time));
                Look look = moment.look;
                if (!look.stimulus().isEmpty()) {
                    row.putAll(Map.of("MediaName", look.stimulus(), "MediaPosX (ADCSpx)", 0, "MediaPosY (ADCSpx)", 0,
                            "MediaWidth", Scene.WIDTH * scale, "MediaHeight", Scene.HEIGHT * scale));
                }
                studio(row, moment, scale);
                table.add(row);
            });
        }
        return table;
    }

    private static void studio(Map<String, Object> row, Moment moment, int scale) {
        Look look = moment.look;
        switch (moment.kind) {
            case EVENT -> row.putAll(Map.of("MouseEventIndex", look.index(), "MouseEvent", "Left"));
            case SACCADE -> row.putAll(Map.of("SaccadeIndex", moment.index, "GazeEventType", "Saccade", "GazeEventDuration", 20,
                    "SaccadicAmplitude", 2.5));
            case FIXATION -> {
                row.putAll(Map.of("FixationIndex", moment.index, "GazeEventType", "Fixation", "GazeEventDuration", look.duration()));
                if (look.place() == Place.ON && !look.stimulus().isEmpty()) {
                    row.putAll(Map.of("FixationPointX (MCSpx)", look.x() * scale, "FixationPointY (MCSpx)", look.y() * scale));
                }
            }
        }
    }

    /** How Tobii Pro Lab states time: the unit in the header, and how many of it are a ms. */
    enum LabTime {
        MS("", 1), MS_IN_BRACKETS(" [ms]", 1), US("", 1000), US_IN_BRACKETS(" [\u03bcs]", 1000);

        final String suffix;
        final long perMs;

        LabTime(String suffix, long perMs) {
            this.suffix = suffix;
            this.perMs = perMs;
        }
    }

    /** Tobii Pro Lab's "Data export" of a screen project. The picture fills the screen, twice as large as it is. */
    static Table screen(Scene scene, LabTime unit) {
        Table table = new Table("\t", LAB.replace("{unit}", unit.suffix));
        for (Recording recording : scene.recordings()) {
            moments(recording).forEach((time, moment) -> {
                Map<String, Object> row = lab(recording, time, moment, unit);
                Look look = moment.look;
                if (!look.stimulus().isEmpty()) {
                    row.putAll(Map.of("Presented Stimulus name", look.stimulus(), "Presented Media name", look.stimulus() + " (1)",
                            "Presented Media width", Scene.SCREEN_WIDTH, "Presented Media height", Scene.SCREEN_HEIGHT,
                            "Presented Media position X (DACSpx)", 0, "Presented Media position Y (DACSpx)", 0,
                            "Original Media width", Scene.WIDTH, "Original Media height", Scene.HEIGHT));
                }
                if (moment.kind == Kind.FIXATION && look.place() != Place.LOST) {
                    row.putAll(Map.of("Fixation point X", look.x() * 2, "Fixation point Y", look.y() * 2));
                    if (!look.stimulus().isEmpty() && look.place() == Place.ON) {
                        row.putAll(Map.of("Fixation point X (MCSnorm)", look.x() / Scene.WIDTH,
                                "Fixation point Y (MCSnorm)", look.y() / Scene.HEIGHT));
                    }
                }
                table.add(row);
                if (moment.kind == Kind.FIXATION && time % 40 == 0) {
                    row.put("Sensor", "GSR");
                    row.put("Galvanic skin response (GSR)", 0.5);
                    table.add(row);
                }
            });
        }
        return table;
    }

    private static Map<String, Object> lab(Recording recording, long time, Moment moment, LabTime unit) {
        Map<String, Object> row = new HashMap<>(Map.of("Recording timestamp" + unit.suffix, time * unit.perMs,
                "Participant name", recording.participant(), "Recording name", recording.name(), "Recording duration", recording.length()));
        switch (moment.kind) {
            case EVENT -> row.put("Event", "KeyboardEvent");
            case SACCADE -> row.putAll(Map.of("Sensor", "Eye Tracker", "Eye movement type", "Saccade", "Gaze event duration", 20,
                    "Eye movement type index", moment.index));
            case FIXATION -> row.putAll(Map.of("Sensor", "Eye Tracker", "Eye movement type", "Fixation",
                    "Gaze event duration", moment.look.duration(), "Eye movement type index", moment.index));
        }
        return row;
    }

    /** Tobii Pro Lab's "Data export" of a project with glasses: each picture is a snapshot with columns of its own. */
    static Table glasses(Scene scene, LabTime unit) {
        Table table = new Table("\t", GLASSES.replace("{shelf}", snapshot(Scene.SHELF)).replace("{menu}", snapshot(Scene.MENU)));
        for (Recording recording : scene.recordings()) {
            moments(recording).forEach((time, moment) -> {
                Map<String, Object> row = lab(recording, time, moment, unit);
                Look look = moment.look;
                if (moment.kind == Kind.FIXATION && !look.stimulus().isEmpty()) {
                    String snapshot = " [" + snapshot(look.stimulus()) + "]";
                    row.putAll(Map.of("Mapped eye movement type" + snapshot, "Fixation",
                            "Mapped eye movement type index" + snapshot, moment.index));
                    if (look.place() != Place.LOST) {
                        row.putAll(Map.of("Mapped fixation X" + snapshot, look.x(), "Mapped fixation Y" + snapshot, look.y()));
                    }
                }
                table.add(row);
            });
        }
        return table;
    }

    /** A snapshot's name is that of its picture, without the ending. */
    private static String snapshot(String picture) {
        return picture.substring(0, picture.lastIndexOf('.'));
    }
}
