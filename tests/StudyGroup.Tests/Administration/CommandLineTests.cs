using StudyGroup.Administration.Commands;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Administration;

public sealed class CommandLineTests
{
    private static readonly CommandForm Form = new(
        "carry", "Carries things.", "THING", 2, new CommandOption("to", "PLACE", IsRequired: true), new CommandOption("times", "N", IsNumber: true), new CommandOption("gently"));

    [Theory]
    [InlineData("chair --to attic")]
    [InlineData("--to attic chair")]
    [InlineData("chair table --to=attic --times 2 --gently")]
    [InlineData("chair --to attic --Data:Directory /srv/data --environment Production")]
    public void Values_and_options_come_in_any_order_and_settings_of_the_program_pass(string typed)
    {
        var line = Form.Read(typed.Split(' '));

        Assert.Null(line.Error);
        Assert.Equal("attic", line.Value?.Required("to"));
        Assert.Equal("chair", line.Value?.Values[0]);
    }

    [Theory]
    [InlineData("--to attic", "THING is missing.")]
    [InlineData("chair", "--to is missing.")]
    [InlineData("chair --to", "--to needs a value.")]
    [InlineData("chair --to attic --times many", "--times is “many”; it must be a whole number.")]
    [InlineData("chair --to attic --times -3", "--times is “-3”; it must be a whole number.")]
    [InlineData("chair table lamp --to attic", "“lamp” is one word too many.")]
    [InlineData("chair --too attic", "There is no option --too.")]
    [InlineData("chair --to attic --gently=yes", "--gently takes no value.")]
    [InlineData("chair --to attic --to cellar", "--to stands there twice.")]
    public void What_makes_no_sense_is_said_in_a_sentence(string typed, string sentence)
    {
        Assert.Equal(sentence, Form.Read(typed.Split(' ')).Error?.Message);
    }

    [Fact]
    public void The_usage_shows_what_must_be_there_and_what_may()
    {
        Assert.Equal("carry THING... --to PLACE [--times N] [--gently]", Form.Usage);
    }

    [Theory]
    [InlineData("imprt texts", "There is no command “imprt”.")]
    [InlineData("import", "PATH is missing.")]
    [InlineData("import texts --grp demo", "There is no option --grp.")]
    [InlineData("seed --group demo", "--members is missing.")]
    [InlineData("migrate now", "“now” is one word too many.")]
    public async Task A_misused_command_shows_the_usage_on_the_error_side_and_ends_with_2(string typed, string sentence)
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite);

        var said = await machine.TypeAsync(typed.Split(' '));

        Assert.Equal(2, said.ExitCode);
        Assert.Empty(said.Out);
        Assert.StartsWith(sentence, said.Error, StringComparison.Ordinal);
        Assert.Contains("import PATH... [--group SLUG]", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_every_command_and_ends_with_0()
    {
        await using var machine = await Machine.CreateAsync(Engine.Sqlite);

        var said = await machine.TypeAsync("--help");

        Assert.Equal(0, said.ExitCode);
        foreach (var command in new[] { "import", "export-readings", "seed", "create-owner", "reset-password", "migrate" })
            Assert.Contains($"  {command} ", said.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}
