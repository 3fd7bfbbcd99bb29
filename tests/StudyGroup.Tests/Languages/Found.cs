using Xunit;

namespace StudyGroup.Tests.Languages;

/// <summary>What a search should not find, named in full where it does.</summary>
internal static class Found
{
    public static void Nothing(IEnumerable<string> offences)
    {
        var found = offences.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
