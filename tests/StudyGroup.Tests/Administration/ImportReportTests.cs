using System.Text;
using System.Threading.Channels;
using StudyGroup.Administration.Commands;
using StudyGroup.Annotations.Editions;
using StudyGroup.Shared;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Administration;

public sealed class ImportReportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task While_a_step_lasts_it_is_said_now_and_then_how_far_it_is()
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite);
        await using var lines = new Lines();
        var report = new ImportReport(new Terminal(lines, TextWriter.Null), machine.Core.Get<SiteAddress>(), machine.Core.Get<CarryOverTally>(), machine.Core.Clock, "demo");
        var step = new TaskCompletionSource<string>();
        var percent = 12;

        var waiting = report.WaitAsync("ferries.txt: being read", step.Task, () => Volatile.Read(ref percent), Cancellation);

        Assert.StartsWith("ferries.txt: being read, 12 %, ", await NextAsync(), StringComparison.Ordinal);
        Volatile.Write(ref percent, 60);
        while (!(await NextAsync()).StartsWith("ferries.txt: being read, 60 %, ", StringComparison.Ordinal))
            continue;
        step.SetResult("read");
        Assert.Equal("read", await waiting);

        async Task<string> NextAsync()
        {
            string? line;
            while (!lines.Written.TryRead(out line))
            {
                machine.Core.Clock.Advance(TimeSpan.FromSeconds(2));
                await Task.Delay(5, Cancellation);
            }

            return line;
        }
    }

    private sealed class Lines : TextWriter
    {
        private readonly Channel<string> written = Channel.CreateUnbounded<string>();

        public ChannelReader<string> Written => written.Reader;

        public override Encoding Encoding => Encoding.UTF8;

        public override Task WriteLineAsync(string? value) => written.Writer.WriteAsync(value ?? "").AsTask();
    }
}
