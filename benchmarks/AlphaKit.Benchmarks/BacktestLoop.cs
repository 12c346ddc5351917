using System.Runtime.InteropServices;

namespace AlphaKit.Benchmarks;

/// <summary>
/// The floor to compare with: one loop over arrays of double, one file, partial rules (10 % limits from the previous close, lots of 100,
/// suspension, T+1, fees in double, volume of the day), no corporate actions, no log but a list, no reasons, no checks.
/// </summary>
internal sealed class BacktestLoop
{
    private const int Names = 300;

    private readonly double[] _open;
    private readonly double[] _close;
    private readonly double[] _before;
    private readonly double[] _volume;
    private readonly float[] _score;
    private readonly bool[] _idle;
    private readonly int _stocks;
    private readonly int _days;

    public BacktestLoop(BacktestMarket market)
    {
        (_stocks, _days) = (BacktestMarket.Stocks, BacktestMarket.Days);
        _open = Doubles(market.Panel[Field.Open]);
        _close = Doubles(market.Panel[Field.Close]);
        _before = Doubles(market.Panel[Field.PreClose]);
        _volume = Doubles(market.Panel[Field.Volume]);
        _score = market.Scores.Values.ToRowMajorArray();
        _idle = [.. market.Panel[Field.IsSuspended].ToRowMajorArray().Select(v => v > 0)];
    }

    public (double Value, int Trades) Run(int every)
    {
        int[] shares = new int[_stocks], locked = new int[_stocks], target = new int[_stocks], index = new int[_stocks];
        float[] key = new float[_stocks];
        bool[] held = new bool[_stocks];
        List<int> holding = new(2 * Names), wanted = new(Names);
        List<(int Day, int Stock, int Shares, double Price, double Fee)> trades = new(1 << 18);
        double cash = 1e9, value = 0;
        for (int t = 0; t < _days; t++)
        {
            int row = t * _stocks;
            if (t > 0 && (t - 1) % every == 0)
            {
                int n = 0;
                for (int i = 0; i < _stocks; i++)
                {
                    float score = _score[row - _stocks + i];
                    if (_idle[row + i] || float.IsNaN(score)) continue;
                    key[n] = -score;
                    index[n++] = i;
                }

                Select(key, index, n, Names);
                double total = cash;
                foreach (int i in holding) total += shares[i] * (_idle[row + i] ? 0 : _open[row + i]);
                double each = total * 0.98 / Names;
                foreach (int i in wanted) target[i] = 0;
                wanted.Clear();
                for (int k = 0; k < Math.Min(Names, n); k++)
                {
                    target[index[k]] = (int)(each / _open[row + index[k]] / 100) * 100;
                    wanted.Add(index[k]);
                }

                Deal(t, row, shares, locked, target, held, holding, wanted, trades, ref cash);
            }

            value = cash;
            foreach (int i in CollectionsMarshal.AsSpan(holding))
            {
                if (!_idle[row + i]) value += shares[i] * _close[row + i];
                locked[i] = 0;
            }
        }

        return (value, trades.Count);
    }

    private void Deal(
        int t, int row, int[] shares, int[] locked, int[] target, bool[] held, List<int> holding, List<int> wanted, List<(int, int, int, double, double)> trades, ref double cash)
    {
        foreach (int i in holding)
        {
            int change = target[i] - shares[i];
            if (change >= 0 || _idle[row + i]) continue;
            double price = _open[row + i];
            if (price <= (Math.Round(_before[row + i] * 0.9 * 100) / 100) + 1e-9) continue;
            int sold = Math.Min(-change, shares[i] - locked[i]);
            if (target[i] > 0) sold = sold / 100 * 100;
            sold = Math.Min(sold, (int)(_volume[row + i] * 0.1));
            if (sold <= 0) continue;
            double amount = sold * price, fee = Math.Max(5, amount * 0.00025) + (amount * 0.0005) + (amount * 0.00001);
            cash += amount - fee;
            shares[i] -= sold;
            trades.Add((t, i, -sold, price, fee));
        }

        foreach (int i in wanted)
        {
            int change = target[i] - shares[i];
            double price = _open[row + i];
            if (change < 100 || price >= (Math.Round(_before[row + i] * 1.1 * 100) / 100) - 1e-9) continue;
            int bought = Math.Min(change / 100 * 100, (int)(_volume[row + i] * 0.1 / 100) * 100);
            double amount = bought * price, fee = Math.Max(5, amount * 0.00025) + (amount * 0.00001);
            if (amount + fee > cash)
            {
                bought = (int)((cash - 5) / price / 100 / 1.00026) * 100;
                amount = bought * price;
                fee = Math.Max(5, amount * 0.00025) + (amount * 0.00001);
            }

            if (bought <= 0) continue;
            cash -= amount + fee;
            shares[i] += bought;
            locked[i] += bought;
            if (!held[i]) holding.Add(i);
            held[i] = true;
            trades.Add((t, i, bought, price, fee));
        }

        int kept = 0;
        foreach (int i in CollectionsMarshal.AsSpan(holding))
        {
            if (shares[i] > 0) holding[kept++] = i;
            else held[i] = false;
        }

        holding.RemoveRange(kept, holding.Count - kept);
    }

    private static void Select(float[] key, int[] index, int n, int count)
    {
        int low = 0, high = n - 1;
        while (low < high)
        {
            float pivot = key[(low + high) / 2];
            int i = low, j = high;
            while (i <= j)
            {
                while (key[i] < pivot) i++;
                while (key[j] > pivot) j--;
                if (i > j) break;
                (key[i], key[j]) = (key[j], key[i]);
                (index[i], index[j]) = (index[j], index[i]);
                i++;
                j--;
            }

            if (count - 1 <= j) high = j;
            else if (count - 1 >= i) low = i;
            else return;
        }
    }

    private static double[] Doubles(FieldMatrix matrix) => Array.ConvertAll(matrix.ToRowMajorArray(), v => (double)v);
}
