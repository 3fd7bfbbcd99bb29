using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace StudyGroup.Tests.Architecture;

/// <summary>One instruction of a method body: what it does, and the constant or token it does it with.</summary>
internal readonly record struct Instruction(ILOpCode Code, long Constant, EntityHandle Token)
{
    private static readonly Dictionary<ushort, OpCode> Known = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>()
        .ToDictionary(code => unchecked((ushort)code.Value));

    public static IReadOnlyList<Instruction> Decode(BlobReader code)
    {
        var decoded = new List<Instruction>();
        while (code.RemainingBytes > 0)
        {
            ushort value = code.ReadByte();
            if (value == 0xFE)
                value = (ushort)(0xFE00 | code.ReadByte());
            decoded.Add(Read(Known[value], ref code));
        }

        return decoded;
    }

    private static Instruction Read(OpCode opCode, ref BlobReader code)
    {
        var token = default(EntityHandle);
        long constant = 0;
        switch (opCode.OperandType)
        {
            case OperandType.InlineNone:
                constant = (ILOpCode)(ushort)opCode.Value is >= ILOpCode.Ldc_i4_m1 and <= ILOpCode.Ldc_i4_8 and var small ? (int)small - (int)ILOpCode.Ldc_i4_0 : 0;
                break;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                constant = code.ReadSByte();
                break;
            case OperandType.InlineVar:
                constant = code.ReadInt16();
                break;
            case OperandType.InlineI or OperandType.InlineBrTarget:
                constant = code.ReadInt32();
                break;
            case OperandType.InlineI8 or OperandType.InlineR:
                constant = code.ReadInt64();
                break;
            case OperandType.ShortInlineR or OperandType.InlineString:
                code.ReadInt32();
                break;
            case OperandType.InlineSwitch:
                for (var targets = code.ReadInt32(); targets > 0; targets--)
                    code.ReadInt32();
                break;
            default:
                token = MetadataTokens.EntityHandle(code.ReadInt32());
                break;
        }

        return new Instruction((ILOpCode)unchecked((ushort)opCode.Value), constant, token);
    }
}
