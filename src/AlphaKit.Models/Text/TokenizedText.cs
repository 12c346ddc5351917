namespace AlphaKit.Models;

/// <summary>A text as a <see cref="WordPieceTokenizer"/> hands it to a network.</summary>
/// <param name="Ids">Positions in the vocabulary: [CLS], the text, [SEP], and if there is a second text that and [SEP].</param>
/// <param name="Segments">0 for the first text and its marks, 1 for the second.</param>
public sealed record TokenizedText(IReadOnlyList<int> Ids, IReadOnlyList<int> Segments);
