using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace AlphaKit;

/// <summary>All shares that ever were, the delisted included: the survivorship-free list that universes start from.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class SecurityMaster
{
    private readonly Security[] _ordered;
    private readonly FrozenDictionary<Symbol, Security> _bySymbol;

    /// <summary>Makes the master from records in any order.</summary>
    /// <param name="securities">The records.</param>
    /// <exception cref="ArgumentException">Two records name the same symbol.</exception>
    public SecurityMaster(IEnumerable<Security> securities)
    {
        ArgumentNullException.ThrowIfNull(securities);
        _ordered = [.. securities.OrderBy(s => s.Symbol)];
        for (int i = 1; i < _ordered.Length; i++)
        {
            if (_ordered[i].Symbol == _ordered[i - 1].Symbol)
                throw new ArgumentException($"{_ordered[i].Symbol} is listed twice in the security master.", nameof(securities));
        }

        _bySymbol = _ordered.ToFrozenDictionary(s => s.Symbol);
    }

    /// <summary>All records, ordered by symbol.</summary>
    public IReadOnlyList<Security> All => _ordered;

    /// <summary>The record of <paramref name="symbol"/>, or null if the master does not hold it.</summary>
    /// <param name="symbol">The share.</param>
    public Security? Find(Symbol symbol) => _bySymbol.GetValueOrDefault(symbol);

    /// <summary>Tries to find the record of <paramref name="symbol"/>.</summary>
    /// <param name="symbol">The share.</param>
    /// <param name="security">The record.</param>
    public bool TryFind(Symbol symbol, [NotNullWhen(true)] out Security? security) => _bySymbol.TryGetValue(symbol, out security);
}
