using System.Text;

namespace AlphaKit.Reports;

/// <summary>
/// Writes markup that is well-formed both as HTML and as XML: every text and attribute is escaped, every opened element is closed by its scope.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; disposing the result closes it. Attributes whose value is null are left out.</summary>
    public Scope In(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        StartTag(tag, attributes);
        _text.Append('>');
        _open.Push(tag);
        return new Scope(this, _open.Count);
    }

    /// <summary>An element with text only.</summary>
    public HtmlWriter Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        StartTag(tag, attributes);
        _text.Append('>');
        Text(text);
        _text.Append("</").Append(tag).Append('>');
        return this;
    }

    /// <summary>An element without content: a void HTML element or an SVG shape.</summary>
    public HtmlWriter Empty(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        StartTag(tag, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>Text, escaped.</summary>
    public HtmlWriter Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>A line break in the source, for people who read it.</summary>
    public HtmlWriter Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>An English label followed by its Chinese term, each marked so that the page can show one of the two.</summary>
    public HtmlWriter Label(string english, string chinese)
    {
        if (chinese.Length == 0) return Text(english);
        if (english.Length > 0) Element("span", english + " ", ("class", "en"));
        return Element("span", chinese, ("lang", "zh-CN"), ("class", "zh"));
    }

    /// <summary>An element with a text of which the page shows one language at a time; English where it shows both kinds of labels.</summary>
    public HtmlWriter Say(string tag, Words words, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (string.IsNullOrEmpty(words.Chinese)) return Element(tag, words.English, attributes);
        using (In(tag, attributes)) Say(words);
        return this;
    }

    /// <summary>The same without an element around it.</summary>
    public HtmlWriter Say(Words words)
    {
        if (string.IsNullOrEmpty(words.Chinese)) return Text(words.English);
        return Element("span", words.English, ("class", "en say")).Element("span", words.Chinese, ("lang", "zh-CN"), ("class", "zh say"));
    }

    /// <summary>An element with text that the page's script exchanges where it is read in Chinese: text inside drawings and buttons.</summary>
    public HtmlWriter Exchanged(string tag, Words words, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        string.IsNullOrEmpty(words.Chinese) ? Element(tag, words.English, attributes) : Element(tag, words.English, [.. attributes, ("data-zh", words.Chinese)]);

    /// <summary>An embedded asset of this package, verbatim, wrapped so that it is inert for an XML reader.</summary>
    public HtmlWriter Asset(string tag, string content)
    {
        if (content.Contains("]]>", StringComparison.Ordinal) || content.Contains("</", StringComparison.Ordinal))
            throw new ArgumentException($"The {tag} asset may hold neither ']]>' nor '</'.", nameof(content));
        _text.Append('<').Append(tag).Append(">/*<![CDATA[*/\n").Append(content).Append("/*]]>*/</").Append(tag).Append(">\n");
        return this;
    }

    /// <summary>JSON for the page's script; the JSON writer has already escaped what HTML or XML would read as markup.</summary>
    public HtmlWriter Json(string json)
    {
        if (json.AsSpan().IndexOfAny('<', '&') >= 0) throw new ArgumentException("JSON in a page may not hold '<' or '&' unescaped.", nameof(json));
        _text.Append("<script type=\"application/json\">").Append(json).Append("</script>");
        return this;
    }

    /// <summary>The document type.</summary>
    public HtmlWriter Doctype()
    {
        _text.Append("<!DOCTYPE html>\n");
        return this;
    }

    /// <summary>What was written.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() => _open.Count == 0 ? _text.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    private void StartTag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null) continue;
            _text.Append(' ').Append(name).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    private void Close(int depth)
    {
        if (_open.Count != depth) throw new InvalidOperationException($"Elements are closed out of order: <{_open.Peek()}> is still open.");
        _text.Append("</").Append(_open.Pop()).Append('>');
    }

    private void Escape(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&': _text.Append("&amp;"); break;
                case '<': _text.Append("&lt;"); break;
                case '>': _text.Append("&gt;"); break;
                case '"': _text.Append("&quot;"); break;
                case '\'': _text.Append("&#39;"); break;
                case '\n' or '\t': _text.Append(c); break;
                case '\r': break;
                case < ' ' or '\uFFFE' or '\uFFFF': _text.Append('\uFFFD'); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) _text.Append(c).Append(text[++i]);
                    else _text.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                    break;
            }
        }
    }

    /// <summary>An open element.</summary>
    internal readonly struct Scope(HtmlWriter writer, int depth) : IDisposable
    {
        /// <summary>Closes the element.</summary>
        public void Dispose() => writer.Close(depth);
    }
}
