using Xunit;

namespace StudyGroup.Tests.Architecture;

/// <summary>DESIGN section 4: an area uses only areas to its left.</summary>
public sealed class AreaOrderTests
{
    private static readonly string[] Order =
    [
        "Shared", "Persistence", "Realtime", "Identity", "Readings", "Groups", "Annotations", "Discussion", "Moderation", "Search", "Notifications", "Administration",
    ];

    [Fact]
    public void Every_type_of_the_core_stands_in_an_area()
    {
        using var core = CompiledAssembly.Core();

        var astray = core.Metadata.TypeDefinitions.Select(core.FullNameOf)
            .Where(name => name.StartsWith("StudyGroup.", StringComparison.Ordinal) && AreaOf(name) < 0)
            .Distinct();

        Assert.Empty(astray);
    }

    [Fact]
    public void An_area_uses_only_areas_to_its_left_method_bodies_included()
    {
        using var core = CompiledAssembly.Core();
        var mentions = new TypeMentions(core);

        var offences =
            from user in core.Metadata.TypeDefinitions
            let userName = core.FullNameOf(user)
            let userArea = AreaOf(userName)
            where userArea >= 0
            from used in mentions.Of(user)
            let usedName = core.FullNameOf(used)
            where AreaOf(usedName) > userArea
            select $"{userName} uses {usedName}";

        Assert.Empty(offences.Distinct());
    }

    [Fact]
    public void The_walk_sees_what_only_a_method_body_mentions()
    {
        using var core = CompiledAssembly.Core();
        var mentions = new TypeMentions(core);

        var used = core.Metadata.TypeDefinitions
            .Where(type => core.FullNameOf(type) == "StudyGroup.Discussion.ThreadQuery")
            .SelectMany(type => mentions.Of(type))
            .Select(core.FullNameOf);

        // The extension methods of this class are called and named nowhere else.
        Assert.Contains("StudyGroup.Groups.GroupSets", used);
    }

    private static int AreaOf(string fullName) => fullName.Split('.') is ["StudyGroup", var area, _, ..] ? Array.IndexOf(Order, area) : -1;
}
