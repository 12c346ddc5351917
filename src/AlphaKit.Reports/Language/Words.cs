namespace AlphaKit.Reports;

/// <summary>A text of the page in both of its languages.</summary>
/// <param name="English">In English.</param>
/// <param name="Chinese">In Chinese; empty where the text is the same in both: names, dates, numbers, formulas.</param>
internal readonly record struct Words(string English, string Chinese = "")
{
    /// <summary>Nothing.</summary>
    public static Words None { get; } = new("");

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(English) && string.IsNullOrEmpty(Chinese);

    /// <summary>What a reader of Chinese sees.</summary>
    public string InChinese => string.IsNullOrEmpty(Chinese) ? English : Chinese;

    /// <summary>A text that is the same in both languages.</summary>
    public static implicit operator Words(string text) => new(text);

    /// <summary>A text in English and Chinese.</summary>
    public static implicit operator Words((string English, string Chinese) pair) => new(pair.English, pair.Chinese);

    /// <summary>One text after another. Spaces at the joint belong to the parts.</summary>
    public static Words operator +(Words first, Words second) =>
        first.IsEmpty ? second : second.IsEmpty ? first : new(first.English + second.English, first.InChinese + second.InChinese);
}
