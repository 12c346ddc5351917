using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace AlphaKit.Reports;

/// <summary>
/// Chinese for the sentences that results carry in English: assumptions, reasons, alerts, formulas. They are recognised by patterns (phrases.tsv), in
/// which {0}, {1} … stand for names and {0#}, {1#} … for numbers; what stands there is translated too where it is a phrase itself. Sentences of the user are shown as they are.
/// </summary>
internal static partial class Phrases
{
    private static readonly (Regex Pattern, string Chinese, int Parts)[] Patterns = [.. Lines().Where(l => l[0].Contains('{', StringComparison.Ordinal)).Select(l => (new Regex(PatternOf(l[0]), RegexOptions.CultureInvariant | RegexOptions.Singleline), l[1], Parts(l[0])))];

    private static readonly FrozenDictionary<string, string> Whole = Lines().Where(l => !l[0].Contains('{', StringComparison.Ordinal)).ToFrozenDictionary(l => l[0], l => l[1], StringComparer.Ordinal);

    /// <summary>A sentence in both languages; without Chinese where it is not known.</summary>
    public static Words Of(string english) => Chinese(english) is { } chinese ? new(Term().Replace(english, ""), chinese) : new(english);

    /// <summary>The Chinese of a sentence; null where it is not known.</summary>
    public static string? Chinese(string english)
    {
        if (english.Length == 0) return null;
        if (Whole.TryGetValue(english, out string? known)) return known;
        foreach ((Regex pattern, string chinese, int parts) in Patterns)
        {
            Match match = pattern.Match(english);
            if (!match.Success) continue;
            StringBuilder text = new(chinese);
            for (int i = 0; i < parts; i++) text.Replace("{" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "}", Part(match.Groups[i + 1].Value));
            return text.ToString();
        }

        return null;
    }

    /// <summary>The patterns that fit at least one of some texts, as the page's script reads them: a regular expression and what takes its place ($1, $2 …).</summary>
    public static IEnumerable<(string Pattern, string Chinese)> Fitting(IEnumerable<string> texts)
    {
        List<int> open = [.. Enumerable.Range(0, Patterns.Length)];
        SortedSet<int> used = [];
        SortedSet<string> whole = new(StringComparer.Ordinal);
        foreach (string text in texts)
        {
            if (Whole.ContainsKey(text)) whole.Add(text);
            else if (!used.Any(u => Patterns[u].Pattern.IsMatch(text)))
            {
                int first = open.FindIndex(o => Patterns[o].Pattern.IsMatch(text));
                if (first >= 0) used.Add(open[first]);
            }
        }

        foreach (string text in whole) yield return ("^" + Escaped(text) + "$", Whole[text].Replace("$", "$$", StringComparison.Ordinal));
        foreach (int i in used) yield return (Patterns[i].Pattern.ToString(), Regex.Replace(Patterns[i].Chinese.Replace("$", "$$", StringComparison.Ordinal), @"\{(\d)\}", m => "$" + (m.Groups[1].Value[0] - '0' + 1)));
    }

    // A part may be a phrase, a word of tables, or a list of such; a word that is neither stays as it is.
    private static string Part(string text) => Known(text) ?? (text.Split(", ") is { Length: > 1 } parts && Array.TrueForAll(parts, p => Known(p) is not null) ? string.Join('、', parts.Select(Known)) : text);

    private static string? Known(string text) => Chinese(text) ?? (Terms.TryOf(text, out (string English, string Chinese) words) && words.Chinese.Length > 0 ? words.Chinese : null);

    private static int Parts(string template) => Regex.Matches(template, @"\{\d#?\}").Select(m => m.Value[1] - '0' + 1).DefaultIfEmpty(0).Max();

    // The last part takes all that is left, the others as little as fits.
    private static string PatternOf(string template)
    {
        int last = Parts(template) - 1;
        return "^" + Regex.Replace(Escaped(template), @"\\\{(\d)(#?)\\\}", m => m.Groups[2].Length > 0 ? "([-−]?[0-9][0-9.,]*)" : m.Groups[1].Value[0] - '0' == last ? "(.+)" : "(.+?)") + "$";
    }

    // Characters that have a meaning in the regular expressions of .NET and of JavaScript alike.
    private static string Escaped(string text) => Regex.Replace(text, @"[\\^$.|?*+()\[\]{}]", @"\$0");

    // A Chinese term in brackets after its English name: readers of English go without.
    [GeneratedRegex(@" \(\p{IsCJKUnifiedIdeographs}+\)")]
    private static partial Regex Term();

    private static IEnumerable<string[]> Lines()
    {
        foreach (string line in Assets.Phrases.Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] cells = line.Split('\t');
            yield return cells.Length == 2 ? cells : throw new InvalidOperationException($"phrases.tsv: '{line}' is not a phrase, a tab and its Chinese.");
        }
    }
}
