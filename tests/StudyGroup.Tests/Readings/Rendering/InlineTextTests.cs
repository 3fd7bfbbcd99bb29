using System.Collections.Frozen;
using StudyGroup.Readings.Rendering;
using Xunit;

namespace StudyGroup.Tests.Readings.Rendering;

public sealed class InlineTextTests
{
    private static readonly FrozenSet<string> Labels = FrozenSet.Create("1", "2", "*");

    [Theory]
    [MemberData(nameof(SpecCases.Of), "Readings/Rendering/Cases/inline.md", MemberType = typeof(SpecCases))]
    public void The_file_of_cases_says_what_comes_out(SpecCase spec)
    {
        var rendered = InlineText.Render(spec.Input, Labels);

        Assert.Equal(spec.Part("html"), rendered.Html);
        Assert.Equal(spec.Part("text"), rendered.Text);
    }
}
