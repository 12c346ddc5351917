namespace AlphaKit.Factors.Tests.Libraries;

public abstract class ReturnContract(string name, int days) : FactorContract
{
    public override string Name => name;

    public override int WarmUp => days;

    public override double Define(Share x, int t) => (x.Close(t) / x.Close(t - days)) - 1;
}

public sealed class Return5Tests() : ReturnContract("return_5", 5);

public sealed class Return20Tests() : ReturnContract("return_20", 20);

public sealed class Return60Tests() : ReturnContract("return_60", 60);

public sealed class Momentum240Tests() : ReturnContract("momentum_240", 240);

public sealed class LogReturnTests : FactorContract
{
    public override string Name => "log_return";

    public override int WarmUp => 1;

    public override double Define(Share x, int t) => Math.Log(x.Close(t) / x.Close(t - 1));
}

public sealed class BollingerWidthTests : FactorContract
{
    public override string Name => "bollinger_width";

    public override int WarmUp => 19;

    public override double Define(Share x, int t)
    {
        double[] closes = Share.Last(20, t, x.Close);
        double middle = closes.Average(), sigma = Share.Deviation(closes, 0);
        return ((middle + (2 * sigma)) - (middle - (2 * sigma))) / middle;
    }
}

public sealed class BollingerPositionTests : FactorContract
{
    public override string Name => "bollinger_position";

    // Close, mean and band are rounded at the price, the distance between them is divided by four deviations of some percent of it.
    public override double Rounding => 5e-6;

    public override int WarmUp => 19;

    public override double Define(Share x, int t)
    {
        double[] closes = Share.Last(20, t, x.Close);
        double middle = closes.Average(), sigma = Share.Deviation(closes, 0), upper = middle + (2 * sigma), lower = middle - (2 * sigma);
        return (x.Close(t) - lower) / (upper - lower);
    }

    [Fact]
    public void Is_missing_when_the_bands_coincide()
    {
        Panel frozen = TestPanels.Series(Field.AdjustedClose, Enumerable.Repeat(0.1, 40));
        Assert.All(Factor.Compute(frozen).Values.Column(0), v => Assert.True(float.IsNaN(v)));
        Assert.All(BasicFactors.BollingerWidth.Compute(frozen).Values.Column(0).Skip(19), v => Assert.Equal(0f, v));
    }
}

public sealed class AmplitudeTests : FactorContract
{
    public override string Name => "amplitude";

    public override int WarmUp => 1;

    public override double Define(Share x, int t) => (x[Field.AdjustedHigh, t] - x[Field.AdjustedLow, t]) / x.Close(t - 1);
}

public sealed class Volatility20Tests : FactorContract
{
    public override string Name => "volatility_20";

    public override int WarmUp => 20;

    public override double Define(Share x, int t) => Share.Deviation(Share.Last(20, t, s => (x.Close(s) / x.Close(s - 1)) - 1), 1);
}

public sealed class RealisedVolatility20Tests : FactorContract
{
    public override string Name => "realised_volatility_20";

    public override int WarmUp => 20;

    public override double Define(Share x, int t) => Math.Sqrt(Share.Last(20, t, s => Math.Pow(Math.Log(x.Close(s) / x.Close(s - 1)), 2)).Sum());
}

public sealed class VolumeRatioTests : FactorContract
{
    public override string Name => "volume_ratio";

    public override int WarmUp => 0;

    public override Clock KnownAt => Clock.Evening;

    public override double Define(Share x, int t) => x[Field.VolumeRatio, t];
}

public sealed class TurnoverTests : FactorContract
{
    public override string Name => "turnover";

    public override int WarmUp => 0;

    public override Clock KnownAt => Clock.Evening;

    public override double Define(Share x, int t) => x[Field.TurnoverRate, t];
}

public sealed class MainMoneyFlowTests : FactorContract
{
    public override string Name => "main_money_flow";

    // Four amounts of up to a fifth of the turnover are added and subtracted.
    public override double Rounding => 2e-7;

    public override int WarmUp => 0;

    public override Clock KnownAt => Clock.Evening;

    public override double Define(Share x, int t) =>
        (x[Field.LargeBuyAmount, t] + x[Field.ExtraLargeBuyAmount, t] - x[Field.LargeSellAmount, t] - x[Field.ExtraLargeSellAmount, t]) / x[Field.Amount, t];

    [Fact]
    public void Is_missing_on_a_day_without_turnover()
    {
        float[][] zero = [[0f]];
        Panel panel = TestPanels.Of([(Field.Amount, zero), (Field.LargeBuyAmount, zero), (Field.LargeSellAmount, zero), (Field.ExtraLargeBuyAmount, zero), (Field.ExtraLargeSellAmount, zero)]);
        Assert.True(float.IsNaN(Factor.Compute(panel).Values[0, 0]));
    }
}

public sealed class CloseToHigh20Tests : FactorContract
{
    public override string Name => "close_to_high_20";

    public override int WarmUp => 19;

    public override double Define(Share x, int t)
    {
        double[] highs = Share.Last(20, t, s => x[Field.AdjustedHigh, s]);
        return highs.Any(double.IsNaN) ? double.NaN : x.Close(t) / highs.Max();
    }
}

public sealed class Bias20Tests : FactorContract
{
    public override string Name => "bias_20";

    // Close and mean are rounded at the price; their difference is a few percent of it.
    public override double Rounding => 2e-7;

    public override int WarmUp => 19;

    public override double Define(Share x, int t)
    {
        double mean = Share.Last(20, t, x.Close).Average();
        return (x.Close(t) - mean) / mean;
    }
}
