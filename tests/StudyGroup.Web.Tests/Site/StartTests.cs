using System.Net;
using System.Net.Sockets;
using Xunit;

namespace StudyGroup.Web.Tests.Site;

/// <summary>What whoever starts the program is told when it cannot start.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_second_server_on_the_same_port_says_so_in_a_sentence_and_ends()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)first.LocalEndpoint).Port}";
        using var program = new ProgramProcess();

        var run = await program.RunAsync(["--urls", address], TestContext.Current.CancellationToken);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Another server is probably running", run.Error, StringComparison.Ordinal);
        Assert.Contains(address, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error + run.Out, StringComparison.Ordinal);
    }
}
