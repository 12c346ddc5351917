namespace AlphaKit.Data.Tushare;

/// <summary>A typed row of an interface. The records of this package are written from the table of interfaces; your own may read fewer columns.</summary>
/// <typeparam name="TSelf">The row type itself.</typeparam>
public interface ITushareRow<TSelf>
    where TSelf : ITushareRow<TSelf>
{
    /// <summary>The interface whose rows they are.</summary>
    static abstract TushareEndpoint Endpoint { get; }

    /// <summary>Reads one row.</summary>
    /// <param name="batch">Rows of <see cref="Endpoint"/>, columns in its order.</param>
    /// <param name="row">The row, from 0.</param>
    static abstract TSelf Read(TushareBatch batch, int row);
}
