namespace AlphaKit.Factors.Tests.Reference;

/// <summary>Cell by cell.</summary>
internal static class ReferenceElementwise
{
    public static double[,] Apply(OperatorFactor node, double[][,] inputs)
    {
        int days = inputs[0].GetLength(0), count = inputs[0].GetLength(1);
        double[,] result = new double[days, count];
        double[] cell = new double[inputs.Length];
        for (int t = 0; t < days; t++)
        {
            for (int i = 0; i < count; i++)
            {
                for (int k = 0; k < inputs.Length; k++) cell[k] = inputs[k][t, i];
                result[t, i] = Cell(node, cell);
            }
        }

        return result;
    }

    private static double Cell(OperatorFactor node, double[] x)
    {
        switch (node.Operator.Name)
        {
            case "Where":
                return double.IsNaN(x[0]) ? double.NaN : x[0] != 0 ? x[1] : x[2];
            case "IsMissing":
                return double.IsNaN(x[0]) ? 1 : 0;
            case "FillMissing":
                return double.IsNaN(x[0]) ? node.Parameters[0] : x[0];
        }

        if (node.Operator.Custom is ElementwiseOperator custom)
        {
            float[] result = new float[1];
            custom.Evaluate(new OperatorInputs([.. x.Select(v => (float)v)], x.Length), result);
            return result[0];
        }

        if (x.Any(double.IsNaN)) return double.NaN;
        double a = x[0], b = x.Length > 1 ? x[1] : 0;
        float left = (float)a, right = (float)b;
        return node.Operator.Name switch
        {
            "Add" => a + b,
            "Subtract" => a - b,
            "Multiply" => a * b,
            "Divide" => b == 0 ? double.NaN : a / b,
            "Power" => Math.Pow(a, b),
            "SignedPower" => a == 0 ? (b < 0 ? double.NaN : 0) : Math.Sign(a) * Math.Pow(Math.Abs(a), b),
            "Negate" => -a,
            "Abs" => a < 0 ? -a : a,
            "Log" => a > 0 ? Math.Log(a) : double.NaN,
            "Exp" => Math.Exp(a),
            "Sqrt" => a >= 0 ? Math.Sqrt(a) : double.NaN,
            "Sign" => a > 0 ? 1 : a < 0 ? -1 : 0,
            "Larger" => a > b ? a : b,
            "Smaller" => a < b ? a : b,
            "Clip" => a < node.Parameters[0] ? node.Parameters[0] : a > node.Parameters[1] ? node.Parameters[1] : a,
            "Less" => left < right ? 1 : 0,
            "LessOrEqual" => left <= right ? 1 : 0,
            "Greater" => left > right ? 1 : 0,
            "GreaterOrEqual" => left >= right ? 1 : 0,
            "Equal" => left == right ? 1 : 0,
            "NotEqual" => left != right ? 1 : 0,
            "And" => a != 0 && b != 0 ? 1 : 0,
            "Or" => a != 0 || b != 0 ? 1 : 0,
            "Not" => a == 0 ? 1 : 0,
            string name => throw new InvalidOperationException($"No reference for {name}."),
        };
    }
}
