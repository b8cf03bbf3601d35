"""Family names that look like something else."""

from __future__ import annotations

# Of two letters, which in capitals look like initials: `Wei LI, PhD`.
SHORT_FAMILIES = frozenset(
    """
    AI AN AO AU BA BI BO BU CU DE DI DO DU EK ER FU GE GO GU HA HE HO HU IM JI JU KO KU LE LI LO LU LY MA MI MO MU NA NG
    NI NO OH OU OZ PU QI QU RU SA SI SO SU TA TO TU UM VO VU WU XI XU YE YI YU ZU
    """.split()
)
# Of one character, in Chinese and Korean, which stand in front of the given name without a space; but for some with
# which Japanese given names often begin, as 史郎 does.
BEFORE_GIVEN = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚"
    "陆陸汪范廖贾賈夏韦韋付邹鄒熊邱侯龙龍陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃"
    "김이박최정강조윤장임한오서신권황안송류전홍"
)
# Of these, those with which Japanese family names begin (田中), and those with which their given names do (夏子).
JAPANESE_FAMILY, JAPANESE_GIVEN = frozenset("田林馬毛葉陶周熊宋万龍黒"), frozenset("夏龍陸万萬葉朱陶賀任毛熊林")
# Of two characters, in Chinese and Korean.
OF_TWO = frozenset(
    """
    欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 皇甫
    尉迟 尉遲 公孙 公孫 慕容 令狐 东方 東方 独孤 獨孤 南宫 南宮
    司徒 司空 端木 宇文 长孙 長孫 轩辕 軒轅
    남궁 황보 제갈 선우 독고 사공 서문 동방
    """.split()
)
# In Latin letters, of Korea and China, behind which a given name of two syllables can stand (`Kim Min-su`).
BEFORE_SYLLABLES = frozenset(
    """
    Kim Lee Yi Rhee Park Pak Bak Choi Choe Jung Jeong Chung Kang Cho Jo Yoon Yun Jang Chang Lim Im Rim Han Oh Seo Suh
    Shin Sin Kwon Gwon Hwang Ahn An Song Ryu Yoo You Yu Hong Jeon Chun Ko Koh Moon Mun Son Sohn Yang Bae Baek Paik Heo
    Hur Huh Nam Noh Roh Ha Kwak Sung Seong Cha Joo Ju Woo Koo Ku Gu Min Um Eom Ma Chen Chan Wang Li Liu Zhang Lin Huang
    Wu Tsai Hsu Yeh Cheng Hsieh Kuo Chiu Liao Lai Chou Hsiao Su Mao Deng Teng Wong Leung Cheung Lau Ng Ho Ip Yip Tang
    Tan Goh Ong Teo Chiang Kao Hung Tseng Chuang Lo Peng Pan Tung Fan Fang Shih Yen Wei Lu Tien Chin
    """.split()
)
