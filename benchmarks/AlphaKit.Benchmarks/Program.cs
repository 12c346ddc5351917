using AlphaKit.Benchmarks;
using BenchmarkDotNet.Running;

// --ratios [NAME…]: short in-process comparisons whose results are claims (docs/claims.md). Anything else goes to BenchmarkDotNet.
if (args is ["--ratios", .. string[] names]) return Ratios.Run(names);
BenchmarkSwitcher.FromAssembly(typeof(Ratios).Assembly).Run(args);
return 0;
