using Xunit.Abstractions;
using Xunit.Sdk;

namespace MicroPoints.Api.Tests.TypeScript;

/// <summary>Ends a running test as skipped: what it needs turned out to be missing.</summary>
public sealed class SkippedException(string reason) : Exception(reason);

/// <summary>Finds facts that may say while they run that they cannot.</summary>
public sealed class SkippableDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo attribute) =>
        [new SkippableTestCase(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)];
}

/// <summary>A test whose <see cref="SkippedException"/> counts as skipped and not as failed.</summary>
public sealed class SkippableTestCase : XunitTestCase
{
    [Obsolete("for the deserializer")]
    public SkippableTestCase()
    {
    }

    public SkippableTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
    }

    public override async Task<RunSummary> RunAsync(IMessageSink diagnosticMessageSink, IMessageBus messageBus,
        object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
    {
        using var bus = new Bus(messageBus);
        var summary = await base.RunAsync(diagnosticMessageSink, bus, constructorArguments, aggregator, cancellationTokenSource);
        (summary.Failed, summary.Skipped) = (summary.Failed - bus.Skipped, summary.Skipped + bus.Skipped);
        return summary;
    }

    private sealed class Bus(IMessageBus inner) : IMessageBus
    {
        public int Skipped { get; private set; }

        public bool QueueMessage(IMessageSinkMessage message)
        {
            if (message is not ITestFailed failed || failed.ExceptionTypes[0] != typeof(SkippedException).FullName)
                return inner.QueueMessage(message);
            Skipped++;
            return inner.QueueMessage(new TestSkipped(failed.Test, failed.Messages[0]));
        }

        // Who made the inner one disposes it.
        public void Dispose()
        {
        }
    }
}
