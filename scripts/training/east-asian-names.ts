/** Chinese, Korean, Vietnamese and Japanese names as they are written here, in either order. */
export function eastAsianName(random: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const [surnames, parts] =
    random() < 0.25
      ? [JAPANESE, JAPANESE_GIVEN]
      : random() < 0.4
        ? [VIETNAMESE, VIETNAMESE_GIVEN]
        : [CHINESE, SYLLABLES];
  const one = pick(parts);
  const two = pick(parts);
  const way = random();
  const given =
    parts === JAPANESE_GIVEN || way < 0.3
      ? one
      : way < 0.55
        ? `${one} ${two}`
        : way < 0.85
          ? `${one}-${two.toLowerCase()}`
          : `${one}${two.toLowerCase()}`;
  return random() < 0.5 ? `${given} ${pick(surnames)}` : `${pick(surnames)} ${given}`;
}

/** Chinese and Korean; the commonest more than once, as a tenth of a people has them. */
const CHINESE =
  'Wang Wang Wang Li Li Li Zhang Zhang Zhang Chen Chen Chen Kim Kim Kim Kim Park Park Park Park Lee Lee Lee Wu Liu Yang Huang Zhao Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Deng Han Feng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Yao Choi Jung Jeong Kang Cho Yoon Jang Lim Shin Seo Kwon Hwang Ahn Yoo Hong Moon Son Bae Baek Nam Chung Wong Chan Cheung Ng Lau Leung Kwok Tsang'.split(
    ' ',
  );
const SYLLABLES =
  'Ming Hua Lan Xiu Ying Fang Jing Lei Na Qiang Bo Hao Ping Gang Tao Li Yan Yun Xin Yi Jia Wen Chun Xia Rong Long Feng Cheng Peng Jie Hong Bin Ling Min Soo Young Hyun Ji Su Seung Eun Hye Kyung Sang Dong Jae Tae Woo Jin Hee Seo Ho Yeon Hyeon Chul Mi Sun Joo Kyu Won Gyu Bin'.split(
    ' ',
  );
const VIETNAMESE =
  'Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Trinh Mai Luong'.split(' ');
const VIETNAMESE_GIVEN =
  'Thi Van Anh Lan Minh Huong Hoa Linh Tuan Dung Hung Thanh Phuong Thao Trang Duc Quang Long Nam Hai Nga Tam Bich Ngoc Kim Xuan Quoc Huu Dinh'.split(
    ' ',
  );
const JAPANESE =
  'Suzuki Sato Takahashi Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Matsumoto Inoue Kimura Hayashi Saito Shimizu Mori Ikeda Hashimoto Ishikawa Ogawa Fujita Okada Goto Hasegawa Murakami Kondo Ishii Maeda Fujii Endo Aoki Sakamoto'.split(
    ' ',
  );
const JAPANESE_GIVEN =
  'Haruto Yuto Sota Ren Takumi Kaito Daiki Naoki Takashi Satoshi Akira Makoto Kazuki Shinji Ryo Yui Hina Aoi Mio Rin Ayaka Misaki Haruka Naoko Tomoko Keiko Yoko Emi Mayumi Akiko Noriko Kumiko Asuka'.split(
    ' ',
  );

/** For the list of surnames: Denmark's statistics has those that more than a few hundred people there have. */
export const EAST_ASIAN_SURNAMES: readonly string[] = [...CHINESE, ...VIETNAMESE, ...JAPANESE].filter(
  (name) => name.length > 2,
);
