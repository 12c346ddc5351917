using AlphaKit.Benchmarks;
using BenchmarkDotNet.Running;

// --ratios [NAME…]: short in-process comparisons; --measure [NAME…]: whole jobs in seconds. Both are claims (docs/claims.md).
// Anything else goes to BenchmarkDotNet.
if (args is ["--ratios", .. string[] names]) return Ratios.Run(names);
if (args is ["--measure", .. string[] jobs]) return Measures.Run(jobs);
BenchmarkSwitcher.FromAssembly(typeof(Ratios).Assembly).Run(args);
return 0;
