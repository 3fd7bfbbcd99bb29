using System.Buffers;
using StudyGroup.Readings.Import.Words;

namespace StudyGroup.Readings.Import.Notes;

/// <summary>A place in a text that may refer to a note.</summary>
internal readonly record struct NoteMark(int Start, int Length, string Label, bool IsRound);

/// <summary>Finds superscripts, <c>[1]</c> and <c>(1)</c>; whether one is a mark, the notes decide.</summary>
internal static class NoteMarks
{
    private static readonly SearchValues<char> Marking = SearchValues.Create("[(" + Marks.Superscripts);

    public static IEnumerable<NoteMark> In(string text)
    {
        for (var index = text.AsSpan().IndexOfAny(Marking); index >= 0 && index < text.Length;)
        {
            var mark = At(text, index);
            if (mark is { } found)
                yield return found;
            var next = index + (mark?.Length ?? 1);
            var step = text.AsSpan(next).IndexOfAny(Marking);
            index = step < 0 ? -1 : next + step;
        }
    }

    private static NoteMark? At(string text, int index)
    {
        if (text[index] is '[' or '(')
            return Bracket(text, index);
        var end = index;
        while (end < text.Length && Marks.Superscripts.Contains(text[end]))
            end++;
        return IsUnit(text, index) ? null : new NoteMark(index, end - index, Marks.Digits(text.AsSpan(index, end - index)), false);
    }

    private static NoteMark? Bracket(string text, int index)
    {
        var isRound = text[index] == '(';
        var length = text.AsSpan(index, Math.Min(20, text.Length - index)).IndexOf(isRound ? ')' : ']');
        if (length < 2 || NoteStart.LabelIn(text.AsSpan(index + 1, length - 1)) is not { } label || (isRound && !char.IsAsciiDigit(label.Label[0])))
            return null;

        // "[1](address)" is a link, "[^1]" a reference already.
        var isLink = !isRound && index + length + 1 < text.Length && text[index + length + 1] == '(' && index + length + 2 < text.Length && !char.IsAsciiDigit(text[index + length + 2]);
        return isLink ? null : new NoteMark(index, length + 1, label.Label, isRound);
    }

    // m², km³ and powers: a small unit or a variable directly before, itself behind a number or a blank.
    private static bool IsUnit(string text, int index)
    {
        if (index == 0 || text[index] is not ('²' or '³'))
            return false;
        var start = index;
        while (start > 0 && char.IsAsciiLetterLower(text[start - 1]))
            start--;
        var letters = index - start;
        return letters is 1 or 2 && (start == 0 || text[start - 1] is ' ' or '/' || char.IsAsciiDigit(text[start - 1])) && text[start..index] is "m" or "km" or "cm" or "mm" or "dm" or "ft" or "x" or "y" or "n" or "r" or "a" or "b" or "c";
    }
}
