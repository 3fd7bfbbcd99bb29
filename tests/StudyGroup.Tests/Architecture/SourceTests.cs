using Xunit;

namespace StudyGroup.Tests.Architecture;

public sealed class SourceTests
{
    private const int MostLines = 300;

    /// <summary>The files that may turn text into markup. Each shows HTML that a renderer of ours has made, and nothing else.</summary>
    private static readonly string[] MarkupFiles = ["src/StudyGroup.Web/Discussion/CommentHtml.razor", "src/StudyGroup.Web/Readings/EditionView.cs"];

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var tooLong =
            from path in Repository.Files(["src", "tests", "wwwroot"], ".cs", ".razor", ".js", ".css")
            let lines = Repository.Read(path).Count(letter => letter == '\n')
            where lines > MostLines
            select $"{path}: {lines}";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Text_becomes_markup_only_in_the_files_that_are_named_here()
    {
        var users = Repository.Files(["src"], ".cs", ".razor")
            .Where(path => Repository.Read(path).Contains("MarkupString", StringComparison.Ordinal) || Repository.Read(path).Contains("AddMarkupContent", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(MarkupFiles, users);
    }

    [Fact]
    public void Nobody_silences_the_compiler_about_null()
    {
        var offences =
            from path in Repository.Files(["src"], ".cs", ".razor")
            from line in Repository.Read(path).Split('\n')
            where line.Contains("default!", StringComparison.Ordinal) || line.Contains("null!", StringComparison.Ordinal) || line.Contains("#nullable disable", StringComparison.Ordinal)
            select $"{path}: {line.Trim()}";

        Assert.Empty(offences);
    }
}
