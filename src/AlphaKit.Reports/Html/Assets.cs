namespace AlphaKit.Reports;

/// <summary>The style sheet and scripts that travel inside every report.</summary>
internal static class Assets
{
    /// <summary>The style sheet.</summary>
    public static string Style => Read("report.css");

    /// <summary>The script: redrawing of charts, search in tables, then the behaviour of the page.</summary>
    public static string Script => Read("charts.js") + Read("tables.js") + Read("page.js");

    /// <summary>Sentences and their Chinese, a line each with a tab between.</summary>
    public static string Phrases => Read("phrases.tsv");

    private static string Read(string name)
    {
        using Stream stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
