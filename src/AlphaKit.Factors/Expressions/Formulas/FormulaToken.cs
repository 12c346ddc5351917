namespace AlphaKit.Factors;

internal enum TokenKind
{
    End,
    Number,
    Word,
    Text,
    Sign,
    Part,
}

/// <summary>A word of a formula and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The characters; of a quoted text those between the quotes.</param>
/// <param name="Start">Index of the first character, from 0.</param>
/// <param name="End">Index after the last character.</param>
/// <param name="Value">The number, of a number.</param>
internal readonly record struct FormulaToken(TokenKind Kind, string Text, int Start, int End, double Value = 0);
