using System.Xml.Linq;
using Xunit;

namespace StudyGroup.Tests.Architecture;

public sealed class ProjectGraphTests
{
    private static readonly Dictionary<string, string[]> Uses = new()
    {
        ["StudyGroup"] = [],
        ["StudyGroup.Migrations.Postgres"] = ["StudyGroup"],
        ["StudyGroup.Migrations.Sqlite"] = ["StudyGroup"],
        ["StudyGroup.Migrator"] = ["StudyGroup.Migrations.Postgres", "StudyGroup.Migrations.Sqlite"],
        ["StudyGroup.Web"] = ["StudyGroup", "StudyGroup.Migrations.Postgres", "StudyGroup.Migrations.Sqlite"],
    };

    [Fact]
    public void Projects_use_each_other_in_one_direction()
    {
        var found = Repository.Files(["src"], ".csproj").ToDictionary(
            path => Path.GetFileNameWithoutExtension(path),
            path => XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")?.Value ?? ""))
                .Order(StringComparer.Ordinal).ToArray());

        Assert.Equal(Uses.OrderBy(pair => pair.Key, StringComparer.Ordinal), found.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void The_core_knows_neither_pages_nor_connections()
    {
        using var core = CompiledAssembly.Core();
        string[] forbidden = ["StudyGroup.Web", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Radzen.Blazor"];

        var offences = core.References.Where(name => forbidden.Any(start => name == start || name.StartsWith(start + ".", StringComparison.Ordinal)));

        Assert.Empty(offences);
    }
}
