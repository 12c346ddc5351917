using AlphaKit.Backtest;

namespace AlphaKit.Reports;

/// <summary>Weights and returns of one day added up by industry, in the order in which shares are added.</summary>
internal sealed class IndustrySums(int groups)
{
    private readonly double[] _own = new double[groups], _ownEarned = new double[groups], _other = new double[groups], _otherEarned = new double[groups];
    private readonly bool[] _seen = new bool[groups];
    private double _invested, _index;

    /// <summary>Adds a share.</summary>
    public void Add(int group, double own, double other, double earned)
    {
        _seen[group] = true;
        _own[group] += own;
        _ownEarned[group] += own * earned;
        _other[group] += other;
        _otherEarned[group] += other * earned;
        _invested += own;
        _index += other;
    }

    /// <summary>The period; what is missing to 1 on a side is cash.</summary>
    public BrinsonPeriod ToPeriod(DateOnly date, Func<int, string> name)
    {
        List<BrinsonGroup> groups = new(_own.Length + 1);
        for (int g = 0; g < _own.Length; g++)
        {
            if (_seen[g]) groups.Add(new BrinsonGroup(name(g), _own[g], _own[g] == 0 ? 0 : _ownEarned[g] / _own[g], _other[g], _other[g] == 0 ? 0 : _otherEarned[g] / _other[g]));
        }

        if (_invested != 1 || _index != 1) groups.Add(new BrinsonGroup(BrinsonPeriod.Cash, 1 - _invested, 0, 1 - _index, 0));
        return new BrinsonPeriod(date, groups);
    }
}
