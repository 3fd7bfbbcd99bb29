using System.Collections.Frozen;

namespace StudyGroup.Readings.Import.Words;

internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Numbers = Read(
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mar apr may june july aug sept oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber maerz april mai juni juli august september okt nov dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь");

    public static int? Number(string name) => Numbers.TryGetValue(name.TrimEnd('.'), out var number) ? number : null;

    private static FrozenDictionary<string, int> Read(params string[] years) => years
        .SelectMany(year => year.Split(' ').Select((name, index) => (name, index + 1)))
        .DistinctBy(month => month.name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(month => month.name, month => month.Item2, StringComparer.OrdinalIgnoreCase);
}
