namespace StudyGroup.Readings.Import.Words;

internal static class RomanNumber
{
    public static int? Value(ReadOnlySpan<char> letters)
    {
        if (letters.IsEmpty || letters.Length > 8)
            return null;
        var (sum, last) = (0, 0);
        for (var index = letters.Length - 1; index >= 0; index--)
        {
            var value = char.ToUpperInvariant(letters[index]) switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };
            if (value == 0)
                return null;
            sum += value < last ? -value : value;
            last = Math.Max(last, value);
        }

        return sum;
    }
}
