using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace StudyGroup.Discussion.Rendering;

/// <summary>Words that a reader unfolds: lines between <c>::: fold What it is about</c> and <c>:::</c>. No other container is one of a comment.</summary>
internal static class Fold
{
    /// <summary>A fold in a fold is the deepest.</summary>
    public const int Deepest = 2;

    private const string Word = "fold";

    public static CustomContainerParser Parser() => new() { InfoParser = Read };

    public static bool IsTooDeep(MarkdownObject node)
    {
        var depth = 0;
        for (var block = node as Block; block is not null; block = block.Parent)
            depth += block is CustomContainer ? 1 : 0;
        return depth > Deepest;
    }

    private static bool Read(BlockProcessor processor, ref StringSlice line, IFencedBlock fold, char sign)
    {
        var words = line.AsSpan().Trim(" \t");
        if (!words.StartsWith(Word, StringComparison.OrdinalIgnoreCase) || words.Length > Word.Length && words[Word.Length] is not (' ' or '\t'))
            return false;

        fold.Info = Word;
        fold.Arguments = words[Word.Length..].Trim().ToString();
        return true;
    }
}
