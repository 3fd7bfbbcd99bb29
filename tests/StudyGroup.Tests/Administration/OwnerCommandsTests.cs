using Microsoft.EntityFrameworkCore;
using StudyGroup.Identity;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Administration;

public sealed class OwnerCommandsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_new_owner_is_a_site_administrator_whose_link_sets_a_password_once(Engine engine)
    {
        await using var machine = await Machine.CreateAsync(engine, "Production", ("Site:PublicUrl", "https://read.example.org"));

        var said = await machine.TypeAsync("create-owner", "--email", "Boss@Example.org");

        Assert.Equal(0, said.ExitCode);
        var link = said.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)[^1];
        Assert.StartsWith("https://read.example.org/account/reset-password?token=", link, StringComparison.Ordinal);
        var set = machine.Core.Get<SetPasswordHandler>();
        var token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.Null((await set.HandleAsync(new SetPassword(token, "a pencil so soft"), Cancellation)).Error);
        Assert.NotNull((await set.HandleAsync(new SetPassword(token, "another pencil"), Cancellation)).Error);
        await using var db = await machine.ReadAsync();
        Assert.True(await db.Accounts().Select(account => account.IsSiteAdministrator).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task A_password_can_be_reset_for_who_has_an_account_and_for_nobody_else()
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite);
        await machine.TypeAsync("create-owner", "--email", "boss@example.org");

        var known = await machine.TypeAsync("reset-password", "--email", "boss@example.org");
        var unknown = await machine.TypeAsync("reset-password", "--email", "nobody@example.org");

        Assert.Equal((0, 1), (known.ExitCode, unknown.ExitCode));
        Assert.Contains("/account/reset-password?token=", known.Out, StringComparison.Ordinal);
        Assert.Contains("No account has this e-mail address.", unknown.Error, StringComparison.Ordinal);
    }
}
