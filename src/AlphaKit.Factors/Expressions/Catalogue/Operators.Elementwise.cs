namespace AlphaKit.Factors;

internal static partial class Operators
{
    private const string Side = "an input is missing";

    public static readonly Operator Add = Infix(nameof(Add), "+", "x + y");
    public static readonly Operator Subtract = Infix(nameof(Subtract), "-", "x − y");
    public static readonly Operator Multiply = Infix(nameof(Multiply), "*", "x·y");
    public static readonly Operator Divide = Infix(nameof(Divide), "/", "x/y", Side + " or y is 0");
    public static readonly Operator Power = Infix(nameof(Power), "^", "x to the power y; 0 to the power 0 is 1", Side + ", x is negative and y not whole, or x is 0 and y negative", "pow");
    public static readonly Operator Negate = Unary(nameof(Negate), "−x", Side, "-", "neg");
    public static readonly Operator Less = Infix(nameof(Less), "<", "1 where x < y, else 0");
    public static readonly Operator LessOrEqual = Infix(nameof(LessOrEqual), "<=", "1 where x ≤ y, else 0");
    public static readonly Operator Greater = Infix(nameof(Greater), ">", "1 where x > y, else 0");
    public static readonly Operator GreaterOrEqual = Infix(nameof(GreaterOrEqual), ">=", "1 where x ≥ y, else 0");
    public static readonly Operator Equal = Infix(nameof(Equal), "==", "1 where x = y as 32-bit numbers, else 0");
    public static readonly Operator NotEqual = Infix(nameof(NotEqual), "!=", "0 where x = y as 32-bit numbers, else 1");
    public static readonly Operator And = Infix(nameof(And), "&&", "1 where neither x nor y is 0, else 0");
    public static readonly Operator Or = Infix(nameof(Or), "||", "0 where x and y are both 0, else 1");
    public static readonly Operator Not = Unary(nameof(Not), "1 where x is 0, else 0", Side, "!");
    public static readonly Operator Abs = Unary(nameof(Abs), "|x|", Side);
    public static readonly Operator Log = Unary(nameof(Log), "natural logarithm of x", "x is missing or not positive", "", "ln");
    public static readonly Operator Exp = Unary(nameof(Exp), "e to the power x", "x is missing or the result too large");
    public static readonly Operator Sqrt = Unary(nameof(Sqrt), "square root of x", "x is missing or negative");
    public static readonly Operator Sign = Unary(nameof(Sign), "−1, 0 or 1, the sign of x", Side);

    public static readonly Operator SignedPower = new()
    {
        Name = nameof(SignedPower), Kind = OperatorKind.Elementwise, Inputs = ["x", "a"], Aliases = ["signedpower"],
        Definition = "sign(x)·|x|^a; 0 where x is 0 and a is not negative", Missing = Side + ", or x is 0 and a negative",
    };

    public static readonly Operator Larger = new()
    {
        Name = nameof(Larger), Kind = OperatorKind.Elementwise, Inputs = ["x", "y"], Aliases = ["max"], Definition = "the larger of x and y", Missing = Side,
    };

    public static readonly Operator Smaller = new()
    {
        Name = nameof(Smaller), Kind = OperatorKind.Elementwise, Inputs = ["x", "y"], Aliases = ["min"], Definition = "the smaller of x and y", Missing = Side,
    };

    public static readonly Operator Clip = new()
    {
        Name = nameof(Clip), Kind = OperatorKind.Elementwise, Inputs = ["x"], Parameters = [Number("low"), Number("high")],
        Definition = "x, or the nearer bound where x lies outside low … high (low ≤ high)", Missing = "x is missing",
    };

    public static readonly Operator Where = new()
    {
        Name = nameof(Where), Kind = OperatorKind.Elementwise, Inputs = ["condition", "then", "otherwise"], Aliases = ["if", "if_else"],
        Sign = "?:", Definition = "then where the condition is not 0, otherwise where it is 0",
        Missing = "the condition or the side chosen is missing; the other side may be",
    };

    public static readonly Operator IsMissing = Unary(nameof(IsMissing), "1 where x is missing, else 0", "never", "", "is_nan", "isnan");

    public static readonly Operator FillMissing = new()
    {
        Name = nameof(FillMissing), Kind = OperatorKind.Elementwise, Inputs = ["x"], Parameters = [Number("value")], Aliases = ["fill", "fillna"],
        Definition = "x, and the number where x is missing", Missing = "never",
    };

    private static IEnumerable<Operator> Elementwise() =>
    [
        Add, Subtract, Multiply, Divide, Power, Negate, Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual, And, Or, Not,
        Where, Abs, Log, Exp, Sqrt, Sign, SignedPower, Larger, Smaller, Clip, IsMissing, FillMissing,
    ];

    private static Operator Infix(string name, string sign, string definition, string missing = Side, params string[] aliases) => new()
    {
        Name = name, Kind = OperatorKind.Elementwise, Inputs = ["x", "y"], Sign = sign, Definition = definition, Missing = missing, Aliases = aliases,
    };

    private static Operator Unary(string name, string definition, string missing, string sign = "", params string[] aliases) => new()
    {
        Name = name, Kind = OperatorKind.Elementwise, Inputs = ["x"], Sign = sign, Definition = definition, Missing = missing, Aliases = aliases,
    };
}
