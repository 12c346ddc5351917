# Writes ReferenceGolden.cs: what pandas and scipy make of two short series with gaps (as 32-bit numbers, which is how panels hold them).
# python3 golden.py > ReferenceGolden.cs
import numpy as np, pandas as pd, scipy.stats as st
nan = np.nan
x=pd.Series([3.1,1.4,nan,1.5,9.2,6.5,3.5,nan,8.9,7.9,3.2,3.2,3.2,8.4,6.2,6.4]).astype('float32').astype(float)
y=pd.Series([2.7,1.8,2.8,1.8,2.8,nan,4.5,9.0,4.5,2.3,5.3,6.0,2.8,7.4,7.1,3.5]).astype('float32').astype(float)
def show(name,s): print('        { "%s", [%s] },'%(name,", ".join("M" if np.isnan(v) else ("%.14g"%v) for v in s)))
print(f"""namespace AlphaKit.Factors.Tests.Reference;

/// <summary>Written by golden.py with pandas {pd.__version__}, scipy {__import__('scipy').__version__}, numpy {np.__version__}.</summary>
public static class ReferenceGolden
{{
    private const double M = double.NaN;

    public static double[] X => [{", ".join("M" if np.isnan(v) else "%.9g"%v for v in x)}];

    public static double[] Y => [{", ".join("M" if np.isnan(v) else "%.9g"%v for v in y)}];

    public static double[] Group => [1, 1, 2, 2, 1, M, 2, 3, 1, 2, 2, 1, 3, 2, 1, 1];

    /// <summary>Formulas over one share on sixteen days.</summary>
    public static TheoryData<string, double[]> Series => new()
    {{""")
for d,m in ((5,None),(5,3),(5,1)):
    k=dict(window=d,min_periods=m if m else d)
    t="" if m is None else ", min: %d"%m
    r=x.rolling(**k)
    show(f"sum(x, {d}{t})",r.sum()); show(f"mean(x, {d}{t})",r.mean()); show(f"std(x, {d}{t})",r.std()); show(f"std(x, {d}, ddof: 0{t})",r.std(ddof=0))
    show(f"variance(x, {d}{t})",r.var())
    show(f"skew(x, {d}{t})",x.rolling(**k).apply(lambda w: pd.Series(w).skew())) ; show(f"kurtosis(x, {d}{t})",x.rolling(**k).apply(lambda w: pd.Series(w).kurt()))
    show(f"ts_max(x, {d}{t})",r.max()); show(f"ts_min(x, {d}{t})",r.min()); show(f"ts_median(x, {d}{t})",r.median()); show(f"ts_quantile(x, {d}, 0.2{t})",r.quantile(0.2))
    show(f"ts_rank(x, {d}{t})",r.rank(pct=True))
    show(f"product(x, {d}{t})",r.apply(np.nanprod)); show(f"mean_absolute_deviation(x, {d}{t})",r.apply(lambda w: np.nanmean(np.abs(w-np.nanmean(w)))))
    def fit(w,kind):
        i=np.flatnonzero(~np.isnan(w)); 
        if len(i)<2: return nan
        f=st.linregress(i,w[i])
        if kind=='s': return f.slope
        if kind=='r': return f.rvalue**2
        return w[-1]-(f.intercept+f.slope*(len(w)-1))
    # pad so that the window is always whole
    px=pd.concat([pd.Series([nan]*d),x],ignore_index=True)
    def roll(f): 
        out=px.rolling(d,min_periods=m or d).apply(f,raw=True)[d:]
        return out
    show(f"slope(x, {d}{t})",roll(lambda w: fit(w,'s'))); show(f"r_squared(x, {d}{t})",roll(lambda w: fit(w,'r'))); show(f"residual(x, {d}{t})",roll(lambda w: fit(w,'e')))
    show(f"decay_linear(x, {d}{t})",roll(lambda w: np.average(w[~np.isnan(w)],weights=np.arange(1,d+1)[~np.isnan(w)])))
    show(f"ts_arg_max(x, {d}{t})",roll(lambda w: np.nanargmax(w)+1)); show(f"ts_arg_min(x, {d}{t})",roll(lambda w: np.nanargmin(w)+1))
    both=x.notna()&y.notna(); bx=x.where(both); by=y.where(both)
    show(f"correlation(x, y, {d}{t})",bx.rolling(**k).corr(by)); show(f"covariance(x, y, {d}{t})",bx.rolling(**k).cov(by))
    out=[];res=[]
    for e in range(len(x)):
        a=[(bx[j],by[j]) for j in range(max(0,e-d+1),e+1) if both[j]]
        if len(a)<max(2,m or d): out.append(nan);res.append(nan);continue
        f=st.linregress([q for p,q in a],[p for p,q in a]) if len(set(q for p,q in a))>1 else None
        out.append(f.slope if f else nan); res.append(x[e]-f.intercept-f.slope*y[e] if f and both[e] else nan)
    show(f"regression_beta(x, y, {d}{t})",out); show(f"regression_residual(x, y, {d}{t})",res)
e=x.dropna()
show("ema(x, 4, min: 1)",e.ewm(span=4,adjust=False).mean().reindex(x.index)); show("sma(x, 5, 2, min: 1)",e.ewm(alpha=0.4,adjust=False).mean().reindex(x.index))
def wil(d):
    v=e.values; out=np.full(len(v),nan); out[d-1]=v[:d].mean()
    w=pd.Series(np.r_[out[d-1],v[d:]]).ewm(alpha=1/d,adjust=False).mean().values
    out[d-1:]=w; return pd.Series(out,index=e.index).reindex(x.index)
show("wilder(x, 4)",wil(4)); show("cumulative_sum(x)",x.cumsum()); show("forward_fill(x, 3)",x.ffill(limit=3)); show("delta(x, 2)",x.diff(2)); show("delay(x, 3)",x.shift(3))
show("count(x > 3, 5, min: 2)",(x>3).astype(float).where(x.notna()).rolling(5,min_periods=2).sum())
print("""    };

    /// <summary>Formulas over sixteen shares on one day.</summary>
    public static TheoryData<string, double[]> Days => new()
    {""")
g=pd.Series([1,1,2,2,1,nan,2,3,1,2,2,1,3,2,1,1.])
show("rank(x)",x.rank(pct=True)); show("z_score(x)",(x-x.mean())/x.std()); show("demean(x)",x-x.mean()); show("scale(x, a: 2)",2*x/x.abs().sum())
lo,hi=x.quantile(.1),x.quantile(.9); show("winsorise_quantile(x, q: 0.1)",x.clip(lo,hi))
med=x.median(); mad=st.median_abs_deviation(x.dropna()); show("winsorise_mad(x, k: 0.8)",x.clip(med-.8*1.4826*mad,med+.8*1.4826*mad))
show("quantile_bucket(x, 4)",np.ceil(x.rank()*4/x.count()))
gr=x.groupby(g)
show("neutralise(x, g)",x-gr.transform('mean')); show("group_mean(x, g)",gr.transform('mean').where(x.notna())); show("group_rank(x, g)",gr.rank(pct=True)); show("group_z_score(x, g)",(x-gr.transform('mean'))/gr.transform('std'))
ok=x.notna()&g.notna()&y.notna(); D=pd.get_dummies(g[ok]).values.astype(float); A=np.c_[D,y[ok].values]
b=np.linalg.lstsq(A,x[ok].values,rcond=None)[0]; show("neutralise(x, g, y)",pd.Series(x[ok].values-A@b,index=x[ok].index).reindex(x.index))
A=np.c_[A,2*y[ok].values-1,(y[ok].values)**2]; b=np.linalg.lstsq(A,x[ok].values,rcond=None)[0]; show("neutralise(x, g, y, 2 * y - 1, y^2)",pd.Series(x[ok].values-A@b,index=x[ok].index).reindex(x.index))

print("    };\n}")
