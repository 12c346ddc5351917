namespace AlphaKit.Reports;

/// <summary>The role of a mark, which decides its colour; the colours are in the style sheet and hold for the common kinds of colour blindness.</summary>
internal enum Tone
{
    /// <summary>The strategy: blue, solid.</summary>
    Strategy = 0,

    /// <summary>The benchmark: orange, dashed.</summary>
    Benchmark = 1,

    /// <summary>A third series: green.</summary>
    Third = 2,

    /// <summary>A loss: teal, which stands for the green of Chinese screens and stays apart from red for the colour-blind.</summary>
    Loss = 3,

    /// <summary>A gain: warm red, as on Chinese screens.</summary>
    Gain = 4,

    /// <summary>Background detail.</summary>
    Muted = 5,
}
