namespace AlphaKit.Models;

/// <summary>level + factor · Σ trees.</summary>
internal sealed record TreeEnsemble(double Level, double Factor, IReadOnlyList<Tree> Trees)
{
    public double Predict(ReadOnlySpan<float> x)
    {
        double sum = 0;
        foreach (Tree tree in Trees) sum += tree.Predict(x);
        return Level + (Factor * sum);
    }
}
