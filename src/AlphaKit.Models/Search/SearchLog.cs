using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AlphaKit.Models;

/// <summary>The file of a search: a line that says what is searched, then one line per trial, in order. A last line that was cut off is made again.</summary>
internal sealed class SearchLog
{
    private readonly string _path;
    private readonly SearchSpace _space;
    private readonly string _header;

    public SearchLog(string path, SearchSpace space, SearchOptions options)
    {
        _path = path;
        _space = space;
        _header = Line(json =>
        {
            json.WriteString("search", "AlphaKit 1");
            json.WriteString("subject", options.Subject);
            json.WriteStartArray("space");
            foreach (SearchDimension dimension in space.Dimensions) json.WriteStringValue(dimension.ToString());
            json.WriteEndArray();
            json.WriteString("method", options.Method.ToString());
            json.WriteString("pruning", options.Pruning?.ToString() ?? "none");
            json.WriteNumber("trials_at_once", options.TrialsAtOnce);
            json.WriteString("seed", options.Seed.ToString(CultureInfo.InvariantCulture));
        });
    }

    /// <summary>The trials of the file; begins it if there is none.</summary>
    public List<SearchTrial> Open()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(_path)) is { } folder) Directory.CreateDirectory(folder);
        string text = File.Exists(_path) ? File.ReadAllText(_path) : "";
        int end = text.LastIndexOf('\n') + 1;
        if (end < text.Length)
        {
            using FileStream cut = new(_path, FileMode.Open, FileAccess.Write);
            cut.SetLength(Encoding.UTF8.GetByteCount(text.AsSpan(0, end)));
        }

        if (end == 0)
        {
            Append(_header);
            return [];
        }

        string[] lines = text[..(end - 1)].Split('\n');
        if (lines[0] != _header) throw new SearchLogException(_path, 1, $"it is the log of another search. It says {lines[0]}, this search would say {_header}");
        List<SearchTrial> trials = [];
        for (int i = 1; i < lines.Length; i++)
        {
            SearchTrial trial = Parse(lines[i], i + 1);
            if (trial.Number != trials.Count) throw new SearchLogException(_path, i + 1, $"trial {trial.Number} stands where {trials.Count} should");
            trials.Add(trial);
        }

        return trials;
    }

    public SearchLogException Differs(SearchTrial logged, SearchPoint proposed) =>
        new(_path, logged.Number + 2, $"trial {logged.Number} has the seed {logged.Seed} and {logged.Point}, the search would try {proposed}: the file was changed, or written by another version");

    public void Write(SearchTrial trial) => Append(Line(json =>
    {
        json.WriteNumber("trial", trial.Number);
        json.WriteString("seed", trial.Seed.ToString(CultureInfo.InvariantCulture));
        json.WriteStartObject("parameters");
        for (int d = 0; d < _space.Dimensions.Count; d++)
        {
            SearchDimension dimension = _space.Dimensions[d];
            double value = trial.Point.Values[d];
            if (dimension.Kind == SearchKind.Choice) json.WriteString(dimension.Name, dimension.Text(value));
            else json.WriteNumber(dimension.Name, value);
        }

        json.WriteEndObject();
        json.WriteString("state", trial.State.ToString());
        if (double.IsFinite(trial.Score)) json.WriteNumber("score", trial.Score);
        else json.WriteNull("score");
        json.WriteNumber("steps", trial.Steps);
        json.WriteStartArray("interim");
        foreach (double score in trial.Interim) json.WriteNumberValue(score);
        json.WriteEndArray();
        json.WriteString("message", trial.Message);
    }));

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using MemoryStream memory = new();
        using (Utf8JsonWriter json = new(memory, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private SearchTrial Parse(string line, int number)
    {
        try
        {
            JsonNode json = JsonNode.Parse(line) ?? throw new JsonException("null");
            JsonObject parameters = Member(json, "parameters").AsObject();
            double[] values = [.. _space.Dimensions.Select(d => Value(d, Member(parameters, d.Name)))];
            if (!Enum.TryParse(Member(json, "state").GetValue<string>(), out SearchTrialState state) || !Enum.IsDefined(state)) throw new FormatException("the state is none");
            double score = json["score"] is { } written ? written.GetValue<double>() : double.NaN;
            if (state == SearchTrialState.Complete != double.IsFinite(score)) throw new FormatException("the score does not go with the state");
            return new SearchTrial(
                Member(json, "trial").GetValue<int>(),
                ulong.Parse(Member(json, "seed").GetValue<string>(), NumberStyles.None, CultureInfo.InvariantCulture),
                new SearchPoint(_space, values),
                state,
                score,
                [.. Member(json, "interim").AsArray().Select(v => (v ?? throw new FormatException("an interim score is missing")).GetValue<double>())],
                Member(json, "message").GetValue<string>());
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new SearchLogException(_path, number, $"it is no trial of this search: {e.Message}", e);
        }
    }

    private static JsonNode Member(JsonNode json, string name) => json[name] ?? throw new FormatException($"'{name}' is missing");

    private static double Value(SearchDimension dimension, JsonNode json)
    {
        if (dimension.Kind != SearchKind.Choice) return json.GetValue<double>();
        int choice = dimension.Choices.ToList().IndexOf(json.GetValue<string>());
        return choice >= 0 ? choice : throw new FormatException($"'{dimension.Name}' has no choice {json.ToJsonString()}");
    }

    private void Append(string line)
    {
        using FileStream file = new(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }
}
