using AlphaKit.Models;

namespace DeepModels;

/// <summary>Prints one line per fold.</summary>
internal sealed class FoldLines : IProgress<WalkForwardProgress>
{
    private int _fold;

    public void Report(WalkForwardProgress value)
    {
        if (value.Fold == _fold) return;
        _fold = value.Fold;
        Console.WriteLine($"  fold {value.Fold} of {value.Folds}: {value.Message}");
    }
}
