using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AlphaKit.Reports.Tests;

/// <summary>What a reader of one language finds on a page: visible texts, tips, titles and labels for screen readers.</summary>
internal static partial class PageText
{
    /// <summary>The texts in a language, "zh" or "en", without names (title, code, tickers) and machine texts (manifest, scripts).</summary>
    public static IEnumerable<string> In(string language, string html)
    {
        XElement body = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!.Elements().Single(e => e.Name.LocalName == "body");
        string other = language == "zh" ? "en" : "zh";
        foreach (XElement element in body.DescendantsAndSelf())
        {
            if (element.AncestorsAndSelf().Any(e => e.Name.LocalName is "style" or "pre" or "code" or "h1" || Classes(e).Contains(other))) continue;
            if (element.Name.LocalName == "script")
            {
                if (element.Attribute("type") is not null && JsonNode.Parse(element.Value)!["series"] is JsonArray series)
                    foreach (JsonNode? one in series) yield return (string)one![language == "zh" ? "zh" : "name"]!;
                continue;
            }

            foreach (XAttribute attribute in element.Attributes())
            {
                string name = attribute.Name.LocalName;
                string? chinese = name switch { "title" => "data-zh-title", "aria-label" => "data-zh-label", "placeholder" => "data-zh-placeholder", "data-tip" => "data-zh-tip", _ => null };
                if (chinese is not null) yield return language == "zh" ? element.Attribute(chinese)?.Value ?? attribute.Value : attribute.Value;
            }

            if (language == "zh" && element.Attribute("data-zh") is { } exchanged) yield return exchanged.Value;
            else foreach (XText text in element.Nodes().OfType<XText>()) yield return text.Value;
        }
    }

    /// <summary>Whether a text holds English: two words in a row. Names with underscores, tickers and numbers are no words.</summary>
    public static bool IsEnglish(string text) => TwoWords().IsMatch(text);

    /// <summary>Whether a text holds Chinese characters.</summary>
    public static bool IsChinese(string text) => Han().IsMatch(text);

    private static string[] Classes(XElement e) => e.Attribute("class")?.Value.Split(' ') ?? [];

    [GeneratedRegex(@"(?<![\w.])[A-Za-z]{2,}[,;:]? +[A-Za-z]{2,}(?![\w_])")]
    private static partial Regex TwoWords();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
